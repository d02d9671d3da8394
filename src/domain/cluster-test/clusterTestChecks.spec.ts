import { aRunningVm } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { clusterTestChecks, keyOf, untestedPorts } from './clusterTestChecks';
import type { Service } from '../k8s/objects';

const headless = (service: Service): Service => ({ ...service, spec: { ...service.spec, clusterIP: 'None' } });
const keys = (service: Service, vms = [aRunningVm()]) => clusterTestChecks(service, vms, [], 'corp.example').map(keyOf);
const NAMES = ['dns backend.prod2.svc.corp.example', 'dns backend.prod2', 'dns backend'];

describe('what is tried of a Service', () => {
  it('are its three names and each TCP port, by the full name', () => {
    const ports = [
      { name: 'web', port: 80, targetPort: 8080 },
      { name: 'dns', port: 53, protocol: 'UDP' },
      { name: 'ssh', port: 22, protocol: 'TCP' },
    ];
    expect(keys(aService({ ports }))).toEqual([
      ...NAMES,
      'tcp backend.prod2.svc.corp.example 80',
      'tcp backend.prod2.svc.corp.example 22',
    ]);
  });

  it('are of a headless one the names of its VMs too, and the ports in the guest, which nothing translates', () => {
    const vms = [aRunningVm({ vm: { name: 'web', subdomain: 'backend' } }), aRunningVm({ vm: { name: 'other' } })];
    expect(keys(headless(aService()), vms)).toEqual([
      ...NAMES,
      'dns web.backend.prod2.svc.corp.example',
      'tcp backend.prod2.svc.corp.example 8080',
    ]);
    expect(clusterTestChecks(headless(aService()), vms, [], 'corp.example')[3]).toMatchObject({
      ofVm: { vmName: 'web', hostname: 'web' },
    });
  });
});

it('names the ports that cannot be tried', () => {
  const ports = ['TCP', 'UDP', 'SCTP', undefined].map((protocol, index) => ({
    name: `p${index}`,
    port: index + 1,
    ...(protocol ? { protocol } : {}),
  }));
  expect(untestedPorts(aService({ ports }))).toEqual([
    { port: 2, protocol: 'UDP' },
    { port: 3, protocol: 'SCTP' },
  ]);
  expect(untestedPorts({})).toEqual([]);
});
