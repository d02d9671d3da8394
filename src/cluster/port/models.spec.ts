import { ACCESS_REVIEW, MODELS, RULES_REVIEW, gvkOf } from './models';

describe('the models', () => {
  it.each([
    ['VirtualMachine', 'kubevirt.io', 'virtualmachines'],
    ['VirtualMachineInstance', 'kubevirt.io', 'virtualmachineinstances'],
    ['EndpointSlice', 'discovery.k8s.io', 'endpointslices'],
    ['Pod', undefined, 'pods'],
    ['Service', undefined, 'services'],
  ] as const)('%s is of group %s, called %s in URLs, and namespaced', (kind, group, plural) => {
    expect(MODELS[kind]).toMatchObject({ kind, plural, apiVersion: 'v1', namespaced: true });
    expect(MODELS[kind].apiGroup).toBe(group);
    expect(gvkOf(kind)).toEqual({ ...(group ? { group } : {}), version: 'v1', kind });
  });

  it('of the reviews have no namespace in their URL', () => {
    expect([RULES_REVIEW.namespaced, ACCESS_REVIEW.namespaced]).toEqual([false, false]);
    expect([RULES_REVIEW.plural, ACCESS_REVIEW.plural]).toEqual([
      'selfsubjectrulesreviews',
      'selfsubjectaccessreviews',
    ]);
  });
});
