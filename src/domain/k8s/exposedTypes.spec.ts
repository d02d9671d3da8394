import { aService } from '../../../test/objects/serviceBuilders';
import { EXPOSED_TYPES, exposedTypeOf, TYPES, traitsOf, type ExposedType, type TypeTraits } from './exposedTypes';

const typesThat = (trait: Exclude<keyof TypeTraits, 'apiType'>) => EXPOSED_TYPES.filter((type) => TYPES[type][trait]);

describe('the traits', () => {
  it.each([
    ['selectsPods', ['ClusterIP', 'Headless', 'Route', 'LoadBalancer', 'NodePort']],
    ['needsPorts', ['ClusterIP', 'Headless', 'Route', 'LoadBalancer', 'NodePort']],
    ['hasClusterIp', ['ClusterIP', 'Route', 'LoadBalancer', 'NodePort']],
    ['hasNodePorts', ['LoadBalancer', 'NodePort']],
    ['hasLoadBalancer', ['LoadBalancer']],
    ['makesRoute', ['Route']],
    ['namesVms', ['Headless']],
    ['isOwnable', ['ClusterIP', 'Headless', 'Route', 'LoadBalancer', 'NodePort']],
  ] as const)('%s: %j', (trait, types) => {
    expect(typesThat(trait)).toEqual(types);
  });

  it('of a type that the table lacks do not compile', () => {
    type Sixth = ExposedType | 'ExternalIP';
    // @ts-expect-error the table has to have every type of the union
    const table: Record<Sixth, TypeTraits> = TYPES;
    expect(Object.keys(table)).not.toContain('ExternalIP');
  });
});

describe('exposedTypeOf', () => {
  it.each([
    ['ClusterIP', {}],
    ['ClusterIP', { type: 'ClusterIP', clusterIP: '172.30.0.9' }],
    ['NodePort', { type: 'NodePort' }],
    ['LoadBalancer', { type: 'LoadBalancer' }],
    ['Headless', { clusterIP: 'None' }],
    ['Headless', { type: 'ClusterIP', clusterIP: 'None' }],
    ['ExternalName', { type: 'ExternalName', externalName: 'example.com' }],
  ] as const)('is %s of %j', (type, spec) => {
    expect(exposedTypeOf({ spec })).toBe(type);
    expect(traitsOf({ spec })).toBe(TYPES[type]);
  });

  it('is ClusterIP of a Service that says no type', () => {
    expect(exposedTypeOf(aService())).toBe('ClusterIP');
  });
});
