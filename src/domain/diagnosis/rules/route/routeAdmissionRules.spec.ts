import { aRoute, led, saidBy } from '../../../../../test/objects/routeBuilders';
import { aReachedVm, aSituation, findingOf, uncheckedOf } from '../../../../../test/objects/diagnosis';
import type { Route } from '../../../k8s/objects';
import { diagnose } from '../../diagnose';

const refused: Route['status'] = {
  ingress: [saidBy('shard', 'False', { reason: 'HostAlreadyClaimed', message: 'taken' })],
};

describe('what routers say of Routes', () => {
  it('R2: are refused by a router, in its words, and taken by no other', () => {
    expect(findingOf(led([aRoute({}, refused)]), 'R2')).toMatchObject({
      grade: 'blocking',
      actual: 'HostAlreadyClaimed: taken',
      facts: { admittedBy: [] },
      isPartial: true,
    });
  });

  it('R2: are refused by one of several routers, which leaves them to the others', () => {
    const byOne = aRoute({}, { ingress: [...(refused?.ingress ?? []), saidBy('default', 'True')] });
    expect(findingOf(led([byOne]), 'R2')).toMatchObject({
      grade: 'limitation',
      facts: { router: 'shard', admittedBy: ['default'] },
    });
    const byAll = aRoute({}, refused, { name: 'second' });
    expect(findingOf(led([byOne, byAll]), 'R2')).toMatchObject({ grade: 'blocking', object: { names: ['second'] } });
  });

  it.each<[string, Route['status']]>([
    ['looked at it', {}],
    ['has an entry', { ingress: [] }],
    ['has said yes or no', { ingress: [{ routerName: 'default' }] }],
    ['knows', { ingress: [saidBy('default', 'Unknown')] }],
  ])('R8: are served by no router that %s', (_, status) => {
    expect(diagnose(led([aRoute({}, status)]))).toMatchObject({
      verdict: 'partly-reachable',
      findings: [{ code: 'R8', grade: 'blocking', facts: { isNew: false }, isPartial: true }, { code: 'G1' }],
    });
  });

  it('R8: get a minute until a router has looked', () => {
    const route = aRoute({}, {}, { creationTimestamp: '2026-05-01T08:00:00Z' });
    const after = (seconds: number) =>
      findingOf(led([route], { now: Date.parse('2026-05-01T08:00:00Z') + seconds * 1000 }), 'R8')?.grade;
    expect([after(59), after(60)]).toEqual(['note', 'blocking']);
  });

  it('are not checked where they were not read', () => {
    expect(uncheckedOf(diagnose({ ...aSituation(aReachedVm()), routes: undefined }))).toEqual(
      expect.arrayContaining(['R2', 'R8']),
    );
  });
});
