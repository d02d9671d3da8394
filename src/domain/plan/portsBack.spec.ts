import { aService } from '../../../test/objects/serviceBuilders';
import { portsBack } from './portsBack';

const HTTP = { name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' };
const MOVED = { ...HTTP, port: 81 };
const THEIRS = { name: 'https', port: 443, targetPort: 8443, protocol: 'TCP' };
const withPorts = (...ports: object[]) =>
  aService({ ports: ports as NonNullable<Parameters<typeof aService>[0]>['ports'] });

describe('portsBack', () => {
  it('gives back the port that the run changed, and keeps one that someone else has added', () =>
    expect(portsBack(withPorts(MOVED, THEIRS), { before: [HTTP], after: [[MOVED]] })).toEqual([HTTP, THEIRS]));

  it('takes away the port that the run added, and keeps what someone else has changed on another', () => {
    const changed = { ...HTTP, targetPort: 9090 };
    expect(portsBack(withPorts(changed, THEIRS), { before: [HTTP], after: [[HTTP, THEIRS]] })).toEqual([changed]);
  });

  it('puts back a port that the run removed with all that it had', () => {
    const removed = { ...THEIRS, appProtocol: 'kubernetes.io/h2c' };
    const other = { ...HTTP, name: 'web' };
    const added = { name: 'ssh', port: 22, targetPort: 22, protocol: 'TCP' };
    expect(portsBack(withPorts(other, added), { before: [other, removed], after: [[other]] })).toEqual([
      other,
      added,
      removed,
    ]);
  });

  it.each([
    ['somebody else has changed the same port since', withPorts({ ...HTTP, port: 82 })],
    ['they are as they were', withPorts(HTTP)],
  ])('changes nothing where %s', (_, service) =>
    expect(portsBack(service, { before: [HTTP], after: [[MOVED]] })).toBeUndefined(),
  );

  it('leaves a Service that would have no port', () =>
    expect(portsBack(withPorts(THEIRS), { before: [], after: [[THEIRS]] })).toBeUndefined());
});
