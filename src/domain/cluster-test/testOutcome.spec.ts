import { aPod } from '../../../test/objects/builders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { aService, aSlice, anEndpoint, type ServiceOptions } from '../../../test/objects/serviceBuilders';
import { clusterTestChecks } from './clusterTestChecks';
import { parseClusterTest } from './clusterTestLog';
import type { TestedObjects } from './testedState';
import { isAnsweredWholly, testOutcomeOf } from './testOutcome';

const NAME = 'backend.prod2.svc.cluster.local';
const TWO = [
  { name: 'http', port: 80, targetPort: 8080 },
  { name: 'ssh', port: 22 },
];
const objects = (service: ServiceOptions = {}, others = 0): TestedObjects => ({
  service: aService(service),
  vm: aReachedVm(),
  endpointSlices: [
    aSlice({
      endpoints: [
        anEndpoint(),
        ...Array.from({ length: others }, (_, index) =>
          anEndpoint({ pod: aPod({ uid: `other-${index}` }), addresses: [`10.8.0.${90 + index}`] }),
        ),
      ],
    }),
  ],
  networkPolicies: [],
});
const outcome = (tested: TestedObjects, log: string) =>
  testOutcomeOf(parseClusterTest(log, clusterTestChecks(tested.service, [], [], 'cluster.local')), tested, 1000);
const dns = [NAME, 'backend.prod2', 'backend'].map((name) => `expose-vm dns ${name} ok 172.30.123.204;`).join('\n');
const tcp = (port: number, told: string) => `\nexpose-vm tcp ${NAME} ${port} ${told};`;

describe('the outcome of a connection test', () => {
  it('tells which ports answered, which did not, and how many checks failed', () => {
    expect(outcome(objects({ ports: TWO }), dns + tcp(80, 'ok') + tcp(22, 'failed 124 '))).toEqual({
      at: 1000,
      answered: ['80/TCP'],
      silent: ['22/TCP'],
      untested: [],
      bad: 1,
      total: 5,
      isOfThisVm: true,
    });
  });

  it('counts an address that is not the Service as a failure, though its name resolves', () => {
    expect(outcome(objects(), dns.replace(/172\.30\.123\.204/, '172.30.9.9') + tcp(80, 'ok'))).toMatchObject({
      bad: 1,
    });
  });

  it('is whole only when every port answered, and nobody but this VM can have', () => {
    const whole = (service: ServiceOptions, log: string, others = 0) =>
      isAnsweredWholly(outcome(objects(service, others), dns + log));
    expect(whole({}, tcp(80, 'ok'))).toBe(true);
    expect(whole({}, tcp(80, 'ok'), 1)).toBe(false);
    expect(whole({}, '')).toBe(false);
    expect(whole({ ports: TWO }, tcp(80, 'ok'))).toBe(false);
    expect(whole({ ports: TWO }, tcp(80, 'ok') + tcp(22, 'failed 1 no'))).toBe(false);
    expect(whole({ ports: [...TWO, { name: 'dns', port: 53, protocol: 'UDP' }] }, tcp(80, 'ok') + tcp(22, 'ok'))).toBe(
      false,
    );
  });

  it('is of no VM that the Service sends nothing to', () => {
    expect(outcome({ ...objects(), endpointSlices: [] }, dns + tcp(80, 'ok')).isOfThisVm).toBe(false);
    expect(outcome({ ...objects(), endpointSlices: undefined }, dns + tcp(80, 'ok')).isOfThisVm).toBe(false);
  });
});
