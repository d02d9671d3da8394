import { RUN_ID, aRunningVm, seenOf } from '../../../test/objects/builders';
import { aDraft, PORT } from '../../../test/objects/draftBuilders';
import { planFor } from '../../../test/objects/planFor';
import { aService } from '../../../test/objects/serviceBuilders';
import type { Service } from '../k8s/objects';
import { withExistingService, type ExposeDraft } from './draft';
import { conflictsOf, isAnotherService } from './conflict';
import { rebased } from './rebased';

const SELECTOR = { tier: 'backend' };
const OPENED = aService({ selector: SELECTOR });
const now = (fields: object, uid = 'svc-backend'): Service => ({
  ...aService({ selector: SELECTOR, uid }),
  spec: { ...OPENED.spec, ...fields },
});
const opened = (changes: Partial<ExposeDraft> = {}): ExposeDraft => ({
  ...withExistingService(aDraft(), OPENED, 'live'),
  ...changes,
});
const OTHER_PORTS = [{ ...PORT, port: '81' }];
const THEIR_PORTS = [{ port: 90, targetPort: 9090 as unknown as string, protocol: 'TCP' }];

describe('a draft that was opened on a Service', () => {
  it('leaves to others what it does not change', () => {
    const draft = rebased(opened({ ports: OTHER_PORTS }), now({ externalIPs: ['192.0.2.7'], type: 'NodePort' }));
    expect(draft).toMatchObject({ type: 'NodePort', ports: OTHER_PORTS, options: { externalIPs: '192.0.2.7' } });
  });

  it('keeps what it changes', () => {
    const options = { ...opened().options, internalTrafficPolicy: 'Local' };
    expect(rebased(opened({ type: 'LoadBalancer', options }), now({}))).toMatchObject({
      type: 'LoadBalancer',
      options,
    });
  });

  it('changes nothing of what others have changed, while VMs are only added', () => {
    const { ports } = now({ ports: THEIR_PORTS }).spec ?? {};
    const seen = seenOf([aRunningVm()], [now({ ports, sessionAffinity: 'ClientIP' })]);
    const plan = planFor(opened(), seen, RUN_ID);
    expect(plan.ok && plan.steps.filter(({ id }) => id.startsWith('service'))).toEqual([]);
  });

  it('is as it is where nobody knows what it was opened on', () => {
    const draft = aDraft({ ports: OTHER_PORTS });
    expect(rebased(draft, now({ ports: THEIR_PORTS }))).toBe(draft);
  });
});

describe('a change by someone else', () => {
  it.each<[string, boolean, ExposeDraft, Service]>([
    ['of what the draft changes too is one', true, opened({ ports: OTHER_PORTS }), now({ ports: THEIR_PORTS })],
    ['of something else is none', false, opened({ ports: OTHER_PORTS }), now({ externalIPs: ['192.0.2.7'] })],
    [
      'is none where the run itself has set it',
      false,
      opened({ ports: OTHER_PORTS, given: { ports: [THEIR_PORTS] } }),
      now({ ports: THEIR_PORTS }),
    ],
    [
      'is another Service in place of the one that the run replaces',
      true,
      opened({ type: 'Headless', replaces: OPENED }),
      now({}, 'another'),
    ],
    [
      'is another Service in place of the one that is to be replaced',
      true,
      opened({ type: 'Headless' }),
      now({}, 'another'),
    ],
    ['is none while the Service stays', false, opened({ type: 'Headless' }), now({})],
  ])('%s', (_, expected, draft, service) => {
    expect(isAnotherService(draft, service) || conflictsOf(draft, service).length > 0).toBe(expected);
  });

  it('under the name of a replaced Service is never deleted, and is named', () => {
    const run = opened({ type: 'Headless', replaces: OPENED });
    const plan = planFor(run, seenOf([aRunningVm()], [now({}, 'another')]), RUN_ID);
    expect(plan).toMatchObject({ ok: false, problems: [{ code: 'service.another' }] });
  });

  it.each<[string, ExposeDraft]>([
    ['that changes the type to LoadBalancer', opened({ type: 'LoadBalancer' })],
    ['that never said of which class', aDraft({ type: 'LoadBalancer', selection: { by: 'service', timing: 'live' } })],
  ])('of a webhook that sets a load balancer class replaces nothing for a draft %s', (_, draft) => {
    const service = now({ type: 'LoadBalancer', loadBalancerClass: 'example.com/given' });
    const plan = planFor(draft, seenOf([aRunningVm()], [service]), RUN_ID);
    expect(plan.ok && plan.steps.filter(({ kind }) => kind === 'delete')).toEqual([]);
  });

  it('in the same setting keeps the draft from being planned', () => {
    const plan = planFor(opened({ ports: OTHER_PORTS }), seenOf([aRunningVm()], [now({ ports: THEIR_PORTS })]), RUN_ID);
    expect(plan).toMatchObject({ ok: false, problems: [{ code: 'service.changed', field: { at: 'service-name' } }] });
  });
});
