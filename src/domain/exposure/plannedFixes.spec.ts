import { aRunningVm } from '../../../test/objects/builders';
import { aPolicy } from '../../../test/objects/networkBuilders';
import { aService } from '../../../test/objects/serviceBuilders';
import { diagnosePlannedService, type PlannedSituation } from '../diagnosis/diagnose';
import type { SeenVm } from '../k8s/seen';
import { plannedFixes } from './plannedFixes';

const planned = (vm: SeenVm, networkPolicies: PlannedSituation['networkPolicies']): PlannedSituation => ({
  service: aService({ name: 'backend', selector: { app: 'new' } }),
  vm,
  restarts: false,
  networkPolicies,
  namespaceLabels: {},
  primaryNetwork: { kind: 'default' },
});
const fixesOf = (situation: PlannedSituation) => plannedFixes(diagnosePlannedService(situation).findings, situation);

describe('plannedFixes', () => {
  it('creates the policy that lets the traffic through', () => {
    expect(fixesOf(planned(aRunningVm(), [aPolicy()]))).toMatchObject([
      {
        finding: { code: 'K1' },
        steps: [{ kind: 'create', object: { kind: 'NetworkPolicy', metadata: { name: 'allow-backend' } } }],
      },
    ]);
  });

  it('has none that would change the VM, which is what the plan does', () => {
    const sshOnly = aRunningVm({ vmi: { interfaces: [{ name: 'default', masquerade: {}, ports: [{ port: 22 }] }] } });
    const situation = planned(sshOnly, []);
    expect(diagnosePlannedService(situation).findings.map(({ code }) => code)).toEqual(['N2']);
    expect(fixesOf(situation)).toEqual([]);
  });
});
