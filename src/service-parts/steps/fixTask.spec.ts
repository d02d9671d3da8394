import { unavailable } from '../../../test/objects/apiErrors';
import { aRunningVm, NAMESPACE, VM_NAME } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aReachedVm } from '../../../test/objects/diagnosis';
import { ServedCluster } from '../../../test/components/servedCluster';
import { sdkPort } from '../../cluster/port/sdkPort';
import { ruleOf } from '../../domain/diagnosis/catalogue';
import { diagnose } from '../../domain/diagnosis/diagnose';
import type { Finding, Rule } from '../../domain/diagnosis/finding';
import type { Situation } from '../../domain/diagnosis/situation';
import { planPendingLabels } from '../../domain/plan/pendingLabels';
import { fixSteps, situationNow } from './fixSteps';
import { fixTask } from './fixTask';

const BACKEND = { tier: 'backend' };
const SERVICE = aService({ selector: BACKEND });
const pendingVm = aRunningVm({ vm: { templateLabels: BACKEND } });
const WHERE = { namespace: NAMESPACE, vmName: VM_NAME, serviceName: 'backend' };

/** The rule of S4 with a fix of the test's own. */
const rule = ruleOf('S4') as { fix?: Rule['fix'] };
const { fix } = rule;
beforeEach(() => {
  rule.fix = ({ vm }) => planPendingLabels(vm);
});
afterAll(() => {
  if (fix) rule.fix = fix;
  else delete rule.fix;
});

describe('the steps of a fix', () => {
  it('are planned from the current state of the cluster', async () => {
    const served = new ServedCluster({ vms: [pendingVm], services: [SERVICE] });
    const situation = { service: SERVICE, vm: pendingVm, endpointSlices: [] };
    const finding = diagnose(situation).findings.find(({ code }) => code === 'S4') as Finding;
    const task = fixTask('Apply label now', finding, situation);
    expect(task).toMatchObject({ title: 'Apply label now', vmName: VM_NAME });
    expect(await task.plan()).toEqual(planPendingLabels(pendingVm));
    [aReachedVm().vmi, ...aReachedVm().pods].forEach((object) => object && served.cluster.put(object));
    expect(await task.plan()).toEqual([]);
    expect(served.received).toEqual([]);
  });

  it.each<[string, Partial<ConstructorParameters<typeof ServedCluster>[0]>]>([
    ['the Service is gone', { vms: [pendingVm] }],
    ['the VM is gone', { vms: [], services: [SERVICE] }],
    ['the finding is another', { vms: [aRunningVm()], services: [SERVICE] }],
  ])('are none where %s', async (_, there) => {
    new ServedCluster(there);
    expect(await fixSteps('S4', () => situationNow(WHERE, {}, sdkPort))).toEqual([]);
  });

  it('are not made up where the cluster cannot be looked at', async () => {
    const served = new ServedCluster({ vms: [pendingVm], services: [SERVICE] });
    served.refuseRead = (kind) => (kind === 'Service' ? unavailable() : undefined);
    await expect(fixSteps('S4', () => situationNow(WHERE, {}, sdkPort))).rejects.toMatchObject({ code: 503 });
  });
});

describe('how the cluster is now', () => {
  it('reads again what had been read, and leaves out what had not', async () => {
    new ServedCluster({ vms: [aReachedVm()], services: [SERVICE] });
    const known = { selectedPods: [], networkPolicies: undefined, now: 7 };
    const situation = (await situationNow(WHERE, known, sdkPort)) as Situation;
    expect(situation).toMatchObject({ service: SERVICE, services: [SERVICE], endpointSlices: [], now: 7 });
    expect(situation.selectedPods?.map(({ metadata }) => metadata?.uid)).toEqual(['pod-1']);
    expect([situation.networkPolicies, situation.routes]).toEqual([undefined, undefined]);
  });

  it('selects no pod for a Service without selector', async () => {
    new ServedCluster({ vms: [aReachedVm()], services: [aService()] });
    expect(await situationNow(WHERE, { selectedPods: aReachedVm().pods }, sdkPort)).toMatchObject({ selectedPods: [] });
  });
});
