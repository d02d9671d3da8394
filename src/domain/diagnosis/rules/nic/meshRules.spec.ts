import { aReachedVm, aSituation, findingOf } from '../../../../../test/objects/diagnosis';
import type { Labels, Pod } from '../../../k8s/objects';
import type { Situation } from '../../situation';

const AMBIENT = { 'istio.io/dataplane-mode': 'ambient' };
const on = (change: (pod: Pod) => Pod = (pod) => pod, namespaceLabels: Labels = {}): Situation => {
  const situation = aSituation(aReachedVm());
  return { ...situation, namespaceLabels, vm: { ...situation.vm, pods: situation.vm.pods.map(change) } };
};
const labelled =
  (labels: Labels) =>
  (pod: Pod): Pod => ({ ...pod, metadata: { ...pod.metadata, labels: { ...pod.metadata?.labels, ...labels } } });

describe('N9: an ambient mesh', () => {
  it.each<[string, Situation, string | undefined]>([
    ['nothing', on(), undefined],
    ['the project', on(undefined, AMBIENT), 'namespace'],
    ['the pod', on(labelled(AMBIENT)), 'pod'],
    [
      'the pod, which stays out of that of the project',
      on(labelled({ 'istio.io/dataplane-mode': 'none' }), AMBIENT),
      undefined,
    ],
    [
      'what Istio notes on the pod',
      on((pod) => ({
        ...pod,
        metadata: { ...pod.metadata, annotations: { 'ambient.istio.io/redirection': 'enabled' } },
      })),
      'pod',
    ],
    [
      'the project, but not for a pod with a sidecar',
      on((pod) => ({ ...pod, spec: { containers: [{ name: 'istio-proxy' }] } }), AMBIENT),
      undefined,
    ],
  ])('by %s', (_, situation, by) => {
    expect(findingOf(situation, 'N9')?.facts.by).toBe(by);
  });
});
