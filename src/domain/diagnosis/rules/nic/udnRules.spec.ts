import { NAMESPACE } from '../../../../../test/objects/builders';
import { aService, aSlice, type ServiceOptions } from '../../../../../test/objects/serviceBuilders';
import { aReachedVm, aSituation, codesOf, findingOf, uncheckedOf } from '../../../../../test/objects/diagnosis';
import { offerFor } from '../../offer';
import type { PrimaryNetwork } from '../../../network/primaryNetwork';
import { diagnose } from '../../diagnose';
import type { RuleCode } from '../../finding';
import type { Situation } from '../../situation';

const on = (primaryNetwork: PrimaryNetwork | undefined, service: ServiceOptions = {}): Situation => ({
  ...aSituation(aReachedVm(), service, [aSlice(), aMirroredSlice()]),
  primaryNetwork,
});
const MIRROR = 'endpointslice-mirror-controller.k8s.ovn.org';
const aMirroredSlice = () => {
  const slice = aSlice();
  return {
    ...slice,
    metadata: {
      ...slice.metadata,
      labels: { 'endpointslice.kubernetes.io/managed-by': MIRROR, 'k8s.ovn.org/service-name': 'backend' },
    },
  };
};
const LAYER2: PrimaryNetwork = { kind: 'user-defined', name: 'udn', topology: 'layer2' };
const LAYER3: PrimaryNetwork = { kind: 'user-defined', name: 'udn', topology: 'layer3' };
const LABELLED: PrimaryNetwork = { kind: 'labelled-only', wereNetworksRead: true };
const headless = (situation: Situation): Situation => {
  const service = aService({ selector: { tier: 'backend' } });
  return { ...situation, service: { ...service, spec: { ...service.spec, clusterIP: 'None' } } };
};

describe('the rules of a primary user-defined network', () => {
  it.each<[string, Situation, RuleCode[], string]>([
    ['on the default network', on({ kind: 'default' }), [], 'reachable'],
    ['that was not read, though a mirrored slice shows it', on(undefined), [], 'not-checked'],
    ['that was not read, and nothing shows one', { ...on(undefined), endpointSlices: [aSlice()] }, [], 'reachable'],
    ['with a cluster IP', on(LAYER2), ['U3', 'U1'], 'reachable'],
    ['with a node port', on(LAYER2, { type: 'NodePort' }), ['U1'], 'reachable'],
    ['with a load balancer', on(LAYER2, { type: 'LoadBalancer' }), ['L1', 'U1'], 'partly-reachable'],
    ['that is headless', headless(on(LAYER2)), ['U5', 'H1', 'U1', 'H7'], 'not-reachable'],
    ['that is headless, on the default network', headless(on({ kind: 'default' })), ['H1', 'H7'], 'partly-reachable'],
    ['of layer 3', on(LAYER3), ['U6', 'U3', 'U1'], 'not-reachable'],
    ['of layer 3, headless: the first reason is told', headless(on(LAYER3)), ['U6', 'H1', 'U1', 'H7'], 'not-reachable'],
    ['by the label alone, which is no proof', on(LABELLED), ['U1'], 'reachable'],
    ['headless, by the label alone', headless(on(LABELLED)), ['H1', 'U1', 'H7'], 'partly-reachable'],
  ])('of a Service %s', (_, situation, codes, verdict) => {
    const diagnosis = diagnose(situation);
    expect([codesOf(diagnosis), diagnosis.verdict]).toEqual([codes, verdict]);
  });

  it('say where it stands', () => {
    expect(findingOf(on(LAYER2), 'U1')).toMatchObject({
      grade: 'note',
      hop: 'Service',
      object: { kind: 'NetworkAttachmentDefinition', names: ['udn'] },
      actual: 'layer2',
    });
    expect(offerFor('U1', on(LABELLED)).command).toBe('oc get namespace prod2 --show-labels');
    expect(findingOf(on(LABELLED), 'U1')).toMatchObject({
      object: { kind: 'Namespace', names: [NAMESPACE] },
      field: 'metadata.labels',
      actual: 'k8s.ovn.org/primary-user-defined-network',
    });
    expect(findingOf(on(LAYER2), 'U3')).toMatchObject({
      grade: 'limitation',
      object: { kind: 'Service', names: ['backend'] },
      field: 'spec.type',
      actual: 'ClusterIP',
    });
    expect(findingOf(headless(on(LAYER2)), 'U5')).toMatchObject({
      grade: 'blocking',
      field: 'spec.clusterIP',
      actual: 'None',
    });
    expect(findingOf(on(LAYER3), 'U6')).toMatchObject({ grade: 'blocking', actual: 'layer3', needed: 'layer2' });
  });

  it('need no pod', () => {
    const situation = { ...on(LAYER3), vm: { ...aReachedVm(), pods: [], arePodsUnknown: true } };
    expect(diagnose(situation)).toMatchObject({
      verdict: 'not-reachable',
      findings: [{ code: 'U6' }, { code: 'U3' }, { code: 'U1' }],
    });
  });
});

describe('what was not checked of a user-defined network', () => {
  it.each<[string, PrimaryNetwork | undefined, RuleCode[]]>([
    ['nothing was read', undefined, ['U6', 'U2', 'U3', 'U1']],
    ['only the label was read', { kind: 'labelled-only', wereNetworksRead: false }, ['U6', 'U2', 'U3']],
    ['networks were read, and there is none', LABELLED, []],
    ['it is the default network', { kind: 'default' }, []],
    ['it is a user-defined network', LAYER2, []],
  ])('when %s', (_, primaryNetwork, codes) => {
    expect(uncheckedOf(diagnose(on(primaryNetwork))).filter((code) => code.startsWith('U'))).toEqual(codes);
  });

  it('is U5 only of a headless Service', () => {
    expect(uncheckedOf(diagnose(headless(on(undefined))))).toContain('U5');
    expect(uncheckedOf(diagnose(headless(on(undefined))))).not.toContain('U3');
  });
});
