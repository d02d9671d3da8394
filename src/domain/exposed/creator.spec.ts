import { aService } from '../../../test/objects/serviceBuilders';
import type { Service } from '../k8s/objects';
import { creatorOf, isMadeHere } from './creator';

const marked = (metadata: Partial<NonNullable<Service['metadata']>>): Service => {
  const service = aService();
  return { ...service, metadata: { ...service.metadata, ...metadata } };
};

describe('creatorOf', () => {
  it.each<[string, Partial<NonNullable<Service['metadata']>>, string | undefined]>([
    ['a run of this plugin', { annotations: { 'expose-vm/run': '1' } }, 'Expose VM'],
    ['Helm', { labels: { 'app.kubernetes.io/managed-by': 'Helm' } }, 'Helm'],
    ['Argo CD', { labels: { 'argocd.argoproj.io/instance': 'shop' } }, 'Argo CD'],
    [
      'the kind of a controller',
      { ownerReferences: [{ apiVersion: 'x/v1', kind: 'Shop', name: 'a', uid: 'u', controller: true }] },
      'Shop',
    ],
    ['nothing for a Service without marks', {}, undefined],
    ['nothing for an empty mark', { annotations: { 'expose-vm/run': '' } }, undefined],
  ])('tells %s', (_what, metadata, wanted) => {
    expect(creatorOf(marked(metadata))).toBe(wanted);
  });

  it('knows the Services of this plugin', () => {
    expect(isMadeHere(marked({ annotations: { 'expose-vm/run': '1' } }))).toBe(true);
    expect(isMadeHere(marked({ annotations: { 'other/run': '1' } }))).toBe(false);
    expect(isMadeHere({})).toBe(false);
  });
});
