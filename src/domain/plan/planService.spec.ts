import { OTHER_RUN_ID, RUN_ID, aRunningVm, seenOf } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { withExistingService, type ExposeDraft } from '../draft/draft';
import type { Route, Service } from '../k8s/objects';
import { goalFor } from '../../../test/objects/planFor';
import { planService } from './planService';
import { plannedRoute } from '../draft/plannedRoute';
import { replacement } from '../draft/serviceChange';

const SELECTOR = { tier: 'backend' };
const plan = (draft: ExposeDraft, services: readonly Service[] = [], routes?: readonly Route[]) => {
  const seen = { ...seenOf([aRunningVm()], services), ...(routes ? { routes } : {}) };
  const selection = draft.selection.by === 'service' ? draft.selection : byLabel('live', SELECTOR);
  return planService(goalFor({ ...draft, selection }, seen, RUN_ID), seen);
};
const ids = (...args: Parameters<typeof plan>) => plan(...args).map(({ id }) => id);
const route = aDraft({ type: 'Route' });
const made = aService({ selector: SELECTOR, run: RUN_ID });
const withUid = (object: Route, uid: string): Route => ({ ...object, metadata: { ...object.metadata, uid } });

describe('the Service and its Route', () => {
  it('are made in this order', () => {
    expect(ids(route)).toEqual(['service/backend', 'route/backend']);
  });

  it('are left when they are there as planned', () => {
    expect(ids(route, [made], [withUid(plannedRoute(route, RUN_ID), 'r1')])).toEqual([]);
  });

  it('a Route of this run that is not as wanted any more is deleted first, and only such a one', () => {
    const old = withUid(plannedRoute({ ...route, route: { ...route.route, path: '/old' } }, RUN_ID), 'r1');
    expect(ids(route, [made], [old])).toEqual(['outdated-route/backend', 'route/backend']);
    expect(ids(aDraft(), [made], [old])).toEqual(['outdated-route/backend']);
    expect(ids(aDraft(), [made], [withUid(plannedRoute(route, OTHER_RUN_ID), 'r2')])).toEqual([]);
  });

  it('an alias has neither selector nor ports', () => {
    const alias = aDraft({ type: 'ExternalName', options: { ...aDraft().options, externalName: 'db.example.com' } });
    expect(plan(alias)).toMatchObject([{ object: { spec: { type: 'ExternalName', externalName: 'db.example.com' } } }]);
    const [step] = plan(alias);
    expect(step?.kind === 'create' && Object.keys(step.object.spec ?? {})).toEqual(['type', 'externalName']);
  });
});

describe('a Service that has to be recreated', () => {
  const before: Service = {
    ...aService({ selector: SELECTOR }),
    metadata: { ...aService().metadata, resourceVersion: '7' },
  };
  const draft: ExposeDraft = { ...withExistingService(aDraft(), before, 'live'), type: 'Headless' };
  const after: ExposeDraft = { ...draft, replaces: before };
  const replaced = {
    ...replacement(draft, before, RUN_ID),
    metadata: { ...replacement(draft, before, RUN_ID).metadata, uid: 'new' },
  };

  it('is deleted only as it was looked at', () => {
    expect(plan(draft, [before])[0]).toMatchObject({
      id: 'replaced-service/backend',
      kind: 'delete',
      why: 'replaced',
      guard: { uid: 'svc-backend', resourceVersion: '7' },
    });
    expect(ids(draft, [before])).toEqual(['replaced-service/backend', 'service/backend']);
    expect(plan(after, [before])).toEqual(plan(draft, [before]));
  });

  it('is made when it is gone, and then nothing is left', () => {
    expect(plan(after)).toEqual([plan(draft, [before])[1]]);
    expect(ids(after, [replaced])).toEqual([]);
  });

  it('is made again when the draft has changed', () => {
    expect(ids({ ...after, options: { ...after.options, publishNotReady: true } }, [replaced])).toEqual([
      'outdated-service/backend',
      'service/backend',
    ]);
  });
});
