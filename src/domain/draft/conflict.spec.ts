import { RUN_ID, aRunningVm, seenOf } from '../../../test/objects/builders';
import { aDraft, PORT } from '../../../test/objects/draftBuilders';
import { planFor } from '../../../test/objects/planFor';
import { aService } from '../../../test/objects/serviceBuilders';
import type { Service } from '../k8s/objects';
import { conflictsOf, settled, type Choice } from './conflict';
import { withExistingService, type ExposeDraft } from './draft';

const SELECTOR = { tier: 'backend' };
const held = (fields: object): Service => {
  const service = aService({ selector: SELECTOR, uid: 'svc-backend' });
  return { ...service, spec: { ...service.spec, ...fields } };
};
const OPENED = held({ ports: [{ port: 80, targetPort: 8080, protocol: 'TCP' }] });
const now = (fields: object): Service => ({ ...OPENED, spec: { ...OPENED.spec, ...fields } });
const opened = (changes: Partial<ExposeDraft>): ExposeDraft => ({
  ...withExistingService(aDraft(), OPENED, 'live'),
  ...changes,
});
const withOptions = (changes: Partial<ExposeDraft['options']>) => {
  const draft = opened({});
  return { ...draft, options: { ...draft.options, ...changes } };
};
const ports = (targetPort: number, port = 80) => ({ ports: [{ port, targetPort, protocol: 'TCP' }] });
const mine = [{ ...PORT, port: '80', targetPort: '9090' }];
const sentFor = (draft: ExposeDraft, service: Service) => {
  const plan = planFor(draft, seenOf([aRunningVm()], [service]), RUN_ID);
  if (!plan.ok) return plan.problems.map(({ code }) => code);
  return plan.steps.flatMap((step) =>
    step.kind === 'patch' && step.change.of === 'service'
      ? step.change.fields.map(({ name, after }) => [name, after])
      : [],
  );
};

describe('a conflict', () => {
  it.each<[string, ExposeDraft, object, object]>([
    [
      'of a port',
      opened({ ports: mine }),
      ports(7070),
      { about: 'port', base: { targetPort: '8080' }, wanted: { targetPort: '9090' }, now: { targetPort: '7070' } },
    ],
    [
      'of the type',
      opened({ type: 'NodePort' }),
      { type: 'LoadBalancer' },
      { about: 'type', base: 'ClusterIP', wanted: 'NodePort', now: 'LoadBalancer' },
    ],
    [
      'of an option',
      withOptions({ externalIPs: '192.0.2.1' }),
      { externalIPs: ['192.0.2.2'] },
      { about: 'externalIPs', base: '', wanted: '192.0.2.1', now: '192.0.2.2' },
    ],
    [
      'of an option that stands for two fields',
      withOptions({ isSticky: true, stickySeconds: '60' }),
      { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 90 } } },
      { about: 'isSticky', base: false, wanted: '60', now: '90' },
    ],
  ])('%s says what it was, what is wanted and what it is now', (_, draft, theirs, expected) => {
    expect(conflictsOf(draft, now(theirs))).toMatchObject([expected]);
  });

  it('is none where two people change two ports', () => {
    const two = (a: number, b: number) => ({
      ports: [
        { name: 'a', port: 80, targetPort: a, protocol: 'TCP' },
        { name: 'b', port: 81, targetPort: b, protocol: 'TCP' },
      ],
    });
    const draft = withExistingService(aDraft(), now(two(1, 2)), 'live');
    const changed = {
      ...draft,
      ports: draft.ports.map((port, at) => (at === 0 ? { ...port, targetPort: '9' } : port)),
    };
    expect(sentFor(changed, now(two(1, 7)))).toEqual([['ports', two(9, 7).ports]]);
  });
});

describe('a choice', () => {
  const LB = { type: 'LoadBalancer' };
  it.each<[string, Choice, ExposeDraft, object, unknown]>([
    ['their port', 'theirs', opened({ ports: mine }), ports(7070), []],
    ['my port', 'mine', opened({ ports: mine }), ports(7070), [['ports', ports(9090).ports]]],
    ['their type', 'theirs', opened({ type: 'NodePort' }), LB, []],
    ['my type', 'mine', opened({ type: 'NodePort' }), LB, [['type', 'NodePort']]],
    ['their removal of a port', 'theirs', opened({ ports: mine }), { ports: [] }, ['ports.none']],
    ['my port, which they removed', 'mine', opened({ ports: mine }), { ports: [] }, [['ports', ports(9090).ports]]],
    ['their option', 'theirs', withOptions({ externalIPs: '192.0.2.1' }), { externalIPs: ['192.0.2.2'] }, []],
    [
      'my option',
      'mine',
      withOptions({ externalIPs: '192.0.2.1' }),
      { externalIPs: ['192.0.2.2'] },
      [['externalIPs', ['192.0.2.1']]],
    ],
  ])('of %s is what is sent', (_, choice, draft, theirs, expected) => {
    const service = now(theirs);
    const [conflict] = conflictsOf(draft, service);
    expect(conflict && sentFor(settled(draft, conflict, choice), service)).toEqual(expected);
  });

  it('holds for the value that was seen alone', () => {
    const draft = opened({ ports: mine });
    const [conflict] = conflictsOf(draft, now(ports(7070)));
    const chosen = conflict && settled(draft, conflict, 'mine');
    expect(chosen && conflictsOf(chosen, now(ports(6060)))).toMatchObject([{ now: { targetPort: '6060' } }]);
  });

  it('of their value leaves the setting to them from then on', () => {
    const draft = opened({ ports: mine });
    const [conflict] = conflictsOf(draft, now(ports(7070)));
    expect(conflict && sentFor(settled(draft, conflict, 'theirs'), now(ports(6060)))).toEqual([]);
  });
});
