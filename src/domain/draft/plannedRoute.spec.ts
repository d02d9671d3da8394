import { RUN_ID, aVm } from '../../../test/objects/builders';
import { aDraft, PORT } from '../../../test/objects/draftBuilders';
import type { Route } from '../k8s/objects';
import { isRouteAsPlanned, plannedRoute } from './plannedRoute';
import { NEW_ROUTE, type RouteDraft } from '../service/routeDraft';
import { NO_OPTIONS } from '../service/serviceOptions';

const draft = (changes: Partial<RouteDraft> = {}, ports = [PORT]) =>
  aDraft({ type: 'Route', route: { ...NEW_ROUTE, ...changes }, ports });
const specOf = (...args: Parameters<typeof draft>) => plannedRoute(draft(...args), RUN_ID).spec;

describe('plannedRoute', () => {
  it('leads a generated host to the Service, with TLS that ends at the router', () => {
    expect(plannedRoute(draft(), RUN_ID)).toEqual({
      apiVersion: 'route.openshift.io/v1',
      kind: 'Route',
      metadata: { name: 'backend', namespace: 'prod2', annotations: { 'expose-vm/run': RUN_ID } },
      spec: {
        to: { kind: 'Service', name: 'backend' },
        port: { targetPort: 8080 },
        tls: { termination: 'edge', insecureEdgeTerminationPolicy: 'Redirect' },
      },
    });
  });

  it('goes with its VM where the Service does', () => {
    expect(plannedRoute({ ...draft(), options: NO_OPTIONS }, RUN_ID, aVm()).metadata).toMatchObject({
      ownerReferences: [{ kind: 'VirtualMachine', controller: true }],
    });
  });

  it('names the port where it has a name', () => {
    expect(
      specOf({ portIndex: 1 }, [
        { ...PORT, name: 'a' },
        { ...PORT, name: 'web', port: '81' },
      ]).port,
    ).toEqual({ targetPort: 'web' });
    expect(specOf({}, [{ ...PORT, targetPort: 'http' }]).port).toBeUndefined();
  });

  it.each<[Partial<RouteDraft>, Route['spec']['tls']]>([
    [{ termination: 'none' }, undefined],
    [{ termination: 'edge', insecurePolicy: '' }, { termination: 'edge' }],
    [{ termination: 'passthrough', insecurePolicy: 'Allow' }, { termination: 'passthrough' }],
    [{ termination: 'passthrough' }, { termination: 'passthrough', insecureEdgeTerminationPolicy: 'Redirect' }],
    [
      { termination: 'reencrypt', destinationCa: 'PEM' },
      { termination: 'reencrypt', insecureEdgeTerminationPolicy: 'Redirect', destinationCACertificate: 'PEM' },
    ],
  ])('%j: %j', (changes, tls) => {
    expect(specOf(changes).tls).toEqual(tls);
  });

  it('has host and path as chosen; a passthrough Route no path', () => {
    expect(specOf({ host: 'shop.example.com', path: '/x' })).toMatchObject({ host: 'shop.example.com', path: '/x' });
    expect(specOf({ path: '/x', termination: 'passthrough' })).not.toHaveProperty('path');
  });
});

describe('isRouteAsPlanned', () => {
  const planned = plannedRoute(draft(), RUN_ID);
  const found = (spec: Partial<Route['spec']>): Route => ({ ...planned, spec: { ...planned.spec, ...spec } });

  it('knows its own with the host that it was given, but not with one that was chosen otherwise', () => {
    expect(isRouteAsPlanned(found({ host: 'generated.apps.example.com' }), planned)).toBe(true);
    expect(
      isRouteAsPlanned(found({ host: 'other.example.com' }), plannedRoute(draft({ host: 'shop.example.com' }), RUN_ID)),
    ).toBe(false);
  });

  it.each<[string, Partial<Route['spec']>]>([
    ['path', { path: '/x' }],
    ['Service', { to: { kind: 'Service', name: 'other' } }],
    ['port', { port: { targetPort: 81 } }],
    ['termination', { tls: { termination: 'passthrough', insecureEdgeTerminationPolicy: 'Redirect' } }],
    ['policy', { tls: { termination: 'edge', insecureEdgeTerminationPolicy: 'Allow' } }],
  ])('sees another %s', (_, spec) => {
    expect(isRouteAsPlanned(found(spec), planned)).toBe(false);
  });
});
