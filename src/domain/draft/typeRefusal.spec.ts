import { allRights } from '../../../test/objects/draftBuilders';
import { EXPOSED_TYPES } from '../k8s/exposedTypes';
import { typeRefusal } from './typeRefusal';

describe('typeRefusal', () => {
  const surroundings = { resolved: { usesExistingService: false }, rights: allRights(), hasRouteApi: true };

  it('lets every type be chosen where the cluster has Routes and the user has the rights', () => {
    expect(EXPOSED_TYPES.map((type) => typeRefusal(type, surroundings))).toEqual(EXPOSED_TYPES.map(() => undefined));
  });

  it('refuses a Route without the API of Routes, and without the right to create one', () => {
    expect(typeRefusal('Route', { ...surroundings, hasRouteApi: false })).toBe('no-routes');
    expect(typeRefusal('Route', { ...surroundings, rights: { ...allRights(), createRoute: false } })).toBe(
      'may-not-route',
    );
  });

  it('refuses to make an existing Service an alias', () => {
    const resolved = { usesExistingService: true };
    expect(typeRefusal('ExternalName', { ...surroundings, resolved })).toBe('alias-of-existing');
    expect(typeRefusal('NodePort', { ...surroundings, resolved })).toBeUndefined();
  });
});
