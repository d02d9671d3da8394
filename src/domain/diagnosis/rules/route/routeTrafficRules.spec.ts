import { aRoute, led, ledTo } from '../../../../../test/objects/routeBuilders';
import { aReachedVm, aSituation, codesOf, findingOf, uncheckedOf } from '../../../../../test/objects/diagnosis';
import type { Route } from '../../../k8s/objects';
import { diagnose } from '../../diagnose';
import type { Situation } from '../../situation';

const ofTarget = (port: number): Partial<Situation> => ({
  service: aSituation(aReachedVm(), { ports: [{ port }] }).service,
});
const TLS = { name: 'https', port: 443, targetPort: 8443 };

describe('what Routes pass on', () => {
  it('R3: point to what speaks no HTTP', () => {
    expect(findingOf(led([aRoute()], ofTarget(22)), 'R3')).toMatchObject({ grade: 'limitation', actual: '22' });
    expect(findingOf(led([aRoute()]), 'R3')).toBeUndefined();
  });

  it.each<[number, Route['spec']['tls'], boolean]>([
    [8080, { termination: 'passthrough' }, true],
    [8080, { termination: 'edge' }, false],
    [443, { termination: 'edge' }, true],
    [443, { termination: 'reencrypt' }, false],
    [9000, { termination: 'passthrough' }, false],
  ])('R4: to port %s with %j is odd: %s', (port, tls, isOdd) => {
    expect(findingOf(led([aRoute(tls ? { tls } : {})], ofTarget(port)), 'R4') !== undefined).toBe(isOdd);
  });

  it('R5: point to a Service that has no address', () => {
    const situation = led([aRoute()]);
    const service = { ...situation.service, spec: { ...situation.service.spec, clusterIP: 'None' } };
    expect(findingOf({ ...situation, service }, 'R5')).toMatchObject({ actual: 'headless' });
  });

  const blue = (weight: number, green: number): Route =>
    aRoute({
      to: { kind: 'Service', name: 'backend', weight },
      alternateBackends: [{ kind: 'Service', name: 'green', weight: green }],
      // nothing else is said of a Route that sends nothing
      port: { targetPort: 9999 },
    });

  it('R7: send nothing to a Service of weight 0, and name those that get it', () => {
    const finding = findingOf(led([blue(0, 100)]), 'R7');
    expect(finding).toMatchObject({ grade: 'limitation', facts: { others: [{ name: 'green', weight: 100 }] } });
    expect(codesOf(diagnose(led([blue(0, 0)])))).toEqual(['R7']);
    expect(codesOf(diagnose(led([blue(1, 100)])))).toEqual(['R1']);
  });

  it('R7: send nothing to an alternate of weight 0 either', () => {
    const to = { kind: 'Service', name: 'other', weight: 100 };
    const alternate = (weight: number) => ({ kind: 'Service', name: 'backend', weight });
    expect(codesOf(diagnose(led([aRoute({ to, alternateBackends: [alternate(0)] })])))).toEqual(['R7']);
    expect(codesOf(diagnose(led([aRoute({ to, alternateBackends: [alternate(5)] })])))).toEqual([]);
  });

  const reencrypt = (more: Partial<NonNullable<Route['spec']['tls']>> = {}): Route =>
    aRoute({ tls: { termination: 'reencrypt', ...more } });

  it('R9: re-encrypt to a certificate that the router cannot verify', () => {
    const found = ledTo([TLS], [reencrypt()]);
    expect(findingOf(found, 'R9')).toMatchObject({ grade: 'limitation', field: 'spec.tls.destinationCACertificate' });
    expect(findingOf(ledTo([TLS], [reencrypt({ destinationCACertificate: 'PEM' })]), 'R9')).toBeUndefined();
    expect(findingOf(ledTo([TLS], [aRoute({ tls: { termination: 'passthrough' } })]), 'R9')).toBeUndefined();
    const annotations = { 'service.beta.openshift.io/serving-cert-secret-name': 'tls' };
    const service = { ...found.service, metadata: { ...found.service.metadata, annotations } };
    expect(findingOf({ ...found, service }, 'R9')).toBeUndefined();
  });

  it.each<[string, string, boolean]>([
    ['ip_allowlist', '198.51.100.0/24 2001:db8::/32', true],
    ['ip_whitelist', '192.0.2.7', true],
    ['ip_whitelist', '192.0.2.7, 192.0.2.8', false],
    ['ip_allowlist', '0.0.0.0/0 ::/0', false],
    ['ip_allowlist', '', false],
    ['timeout', '30', false],
  ])('R10: are only for some addresses by %s: %s', (name, value, isLimited) => {
    const annotations = { [`haproxy.router.openshift.io/${name}`]: value };
    const finding = findingOf(led([aRoute({}, undefined, { annotations })]), 'R10');
    expect(finding?.actual).toBe(isLimited ? value : undefined);
  });

  it('R11: go past the session affinity of the Service', () => {
    const situation = led([aRoute()]);
    const service = { ...situation.service, spec: { ...situation.service.spec, sessionAffinity: 'ClientIP' } };
    expect(findingOf({ ...situation, service }, 'R11')).toMatchObject({ grade: 'note', actual: 'ClientIP' });
    expect(findingOf({ ...situation, service, routes: [] }, 'R11')).toBeUndefined();
  });

  it('are not checked where they were not read', () => {
    expect(uncheckedOf(diagnose({ ...aSituation(aReachedVm()), routes: undefined }))).toEqual(
      expect.arrayContaining(['R3', 'R4', 'R7', 'R9', 'R10', 'R11']),
    );
  });
});
