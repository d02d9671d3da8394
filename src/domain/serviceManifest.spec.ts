import { aService } from '../../test/builders';
import { headlessReplacement, serviceManifest } from './serviceManifest';

const found = aService({ selector: { tier: 'backend' }, run: 'run-1', ownerUid: 'vm-backendvm' });

describe('a Service in place of another', () => {
  it('keeps name, owners and annotations, and nothing that was only that one\'s own', () => {
    const { metadata, spec } = serviceManifest(found, { added: 'x' }, { ...found.spec, clusterIP: null });
    expect(metadata).toEqual({ name: 'backend', namespace: 'prod2', annotations: { ...found.metadata?.annotations, added: 'x' }, ownerReferences: found.metadata?.ownerReferences });
    expect(spec).toEqual({ type: 'ClusterIP', selector: { tier: 'backend' }, ports: found.spec?.ports });
  });

  it('is headless with the same selector and ports', () => {
    expect(headlessReplacement(found).spec).toEqual({ type: 'ClusterIP', clusterIP: 'None', selector: { tier: 'backend' }, ports: found.spec?.ports });
  });
});
