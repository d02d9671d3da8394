import { RUN_ID, aRunningVm, seenOf } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { aPolicy } from '../../../test/objects/networkBuilders';
import { goalFor } from '../../../test/objects/planFor';
import { withExistingService, type ExposeDraft } from '../draft/draft';
import type { Service } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import { planExpose } from '../plan/plan';
import { plannedExposure, type PlannedNetwork } from './plannedExposure';

const NETWORK: PlannedNetwork = {
  loaded: true,
  networkPolicies: [],
  namespaceLabels: {},
  primaryNetwork: undefined,
};
const vm = aRunningVm();
const other = aRunningVm({ vm: { name: 'other' } });
const several = aDraft({ vmNames: ['backendvm', 'other'], selection: byLabel('live') });
function told(
  draft: ExposeDraft,
  network: Partial<PlannedNetwork> = {},
  vms: readonly SeenVm[] = [vm],
  services: readonly Service[] = [],
) {
  const seen = seenOf(vms, services);
  const goal = goalFor(draft, seen, RUN_ID);
  return plannedExposure(goal, planExpose(goal, seen), { ...NETWORK, ...network });
}
const codes = ({ findings }: ReturnType<typeof told>) => findings.map(({ code }) => code);

describe('plannedExposure', () => {
  it('finds what several VMs have in common once', () => {
    expect(codes(told(several, { networkPolicies: [aPolicy()] }, [vm, other]))).toEqual(['K1']);
  });

  it('tells what the findings of one VM were found in, not of several', () => {
    expect(told(aDraft()).situation).toMatchObject({ vm: { vm: vm.vm }, restarts: false, networkPolicies: [] });
    expect(told(several, {}, [vm, other]).situation).toBeUndefined();
  });

  it('finds nothing in the way of a plan that awaits a restart which is under way', () => {
    const stateChangeRequests = [{ action: 'Stop' as const, uid: 'vmi-1' }, { action: 'Start' as const }];
    const restarting = aRunningVm({ vm: { stateChangeRequests }, vmi: { phase: 'Scheduling' } });
    expect(codes(told(aDraft({ selection: byLabel('restart') }), {}, [restarting]))).toEqual([]);
    expect(codes(told(aDraft({ selection: byLabel('next-restart') }), {}, [restarting]))).toContain('V3');
  });

  it('says what was not checked, with why', () => {
    const policiesFailure = { code: 403, reason: 'Forbidden', message: 'no' };
    expect(told(aDraft(), { networkPolicies: undefined, policiesFailure }).notChecked).toContainEqual({
      check: expect.objectContaining({ code: 'K1' }) as unknown,
      failure: policiesFailure,
    });
  });

  it('finds nothing before the network was read, and nothing about an alias', () => {
    const alias = aDraft({ type: 'ExternalName', options: { ...aDraft().options, externalName: 'db.example.com' } });
    const networkPolicies = [aPolicy()];
    expect(told(several, { loaded: false, networkPolicies }, [vm, other])).toMatchObject({
      findings: [],
      notChecked: [],
    });
    expect(told(alias, { networkPolicies })).toEqual({
      findings: [],
      notChecked: [],
      situation: undefined,
      management: [],
    });
  });

  it('names who manages a Service that is changed', () => {
    const theirs = aService({ selector: { tier: 'backend' }, ports: [{ port: 80, targetPort: 8080 }] });
    const managed: Service = {
      ...theirs,
      metadata: { ...theirs.metadata, labels: { 'argocd.argoproj.io/instance': 'shop' } },
    };
    const draft = { ...withExistingService(aDraft(), managed, 'live'), type: 'NodePort' as const };
    const { management } = told(draft, {}, [vm], [managed]);
    expect(management).toMatchObject([{ object: { kind: 'Service', name: 'backend' }, by: { tool: 'argo-cd' } }]);
    expect(told(withExistingService(aDraft(), managed, 'live'), {}, [vm], [managed]).management).toEqual([]);
  });
});
