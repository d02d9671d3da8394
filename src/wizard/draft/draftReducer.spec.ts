import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, byLabel, PORT } from '../../../test/objects/draftBuilders';
import { NO_OPTIONS } from '../../domain/service/serviceOptions';
import type { ExposeDraft } from '../../domain/draft/draft';
import { draftReducer, type DraftAction } from './draftReducer';

const THEIRS = aService({
  name: 'theirs',
  selector: { tier: 'backend' },
  ports: [
    { name: 'web', port: 80, targetPort: 'http' },
    { name: 'dns', port: 53, protocol: 'UDP' },
  ],
});
const labelled = (removed: readonly string[] = []) =>
  aDraft({ selection: byLabel('live', { tier: 'backend' }, removed) });
const after = (draft: ExposeDraft, ...actions: DraftAction[]): ExposeDraft => actions.reduce(draftReducer, draft);

describe('the draft, when a Service is joined', () => {
  it('takes its name and its ports, and nothing else of it', () => {
    expect(after(aDraft(), { type: 'join', service: THEIRS, timing: 'live' })).toEqual(
      aDraft({
        serviceName: 'theirs',
        ports: [
          { name: 'web', port: '80', targetPort: 'http', protocol: 'TCP', nodePort: '' },
          { name: 'dns', port: '53', targetPort: '53', protocol: 'UDP', nodePort: '' },
        ],
        options: { ...NO_OPTIONS, isOwned: false },
        selection: { by: 'service', timing: 'live' },
        opened: THEIRS,
      }),
    );
  });

  it('names none while none is chosen, and keeps no ports of the one before', () => {
    const draft = after(
      aDraft(),
      { type: 'join', service: THEIRS, timing: 'live' },
      { type: 'join', service: undefined, timing: 'next-restart' },
    );
    expect(draft).toEqual(
      aDraft({ serviceName: '', ports: [], options: NO_OPTIONS, selection: { by: 'service', timing: 'next-restart' } }),
    );
  });

  it('takes another timing, and no labels of its own', () => {
    const draft = after(labelled(), { type: 'join', service: THEIRS, timing: 'live' });
    expect(after(draft, { type: 'timing', timing: 'restart' }).selection).toEqual({ by: 'service', timing: 'restart' });
    const labels: DraftAction[] = [
      { type: 'label', index: 0, change: { key: 'x' } },
      { type: 'add-label' },
      { type: 'remove-label', index: 0 },
      { type: 'take-away', key: 'env' },
      { type: 'leave', key: 'env' },
    ];
    labels.forEach((action) => expect(draftReducer(draft, action)).toBe(draft));
  });

  it('is as it was once a new Service is made after all', () => {
    const before = labelled(['env']);
    expect(
      after(before, { type: 'join', service: THEIRS, timing: 'live' }, { type: 'new-service', draft: before }),
    ).toBe(before);
  });

  it('does not change the Service', () => {
    const text = JSON.stringify(THEIRS);
    after(
      aDraft(),
      { type: 'join', service: THEIRS, timing: 'live' },
      { type: 'port', index: 0, change: { port: '81' } },
      { type: 'add-port' },
      { type: 'remove-port', index: 0 },
    );
    expect(JSON.stringify(THEIRS)).toBe(text);
  });
});

describe('labels that are removed', () => {
  const removedAfter = (draft: ExposeDraft, ...actions: DraftAction[]) => {
    const { selection } = after(draft, ...actions);
    return selection.by === 'label' ? selection.removed : undefined;
  };

  it('are listed once each, in the order in which they were selected', () => {
    expect(removedAfter(labelled(), { type: 'take-away', key: 'env' }, { type: 'take-away', key: 'app' })).toEqual([
      'env',
      'app',
    ]);
    expect(removedAfter(labelled(['env', 'app']), { type: 'take-away', key: 'env' })).toEqual(['app', 'env']);
  });

  it('can be kept after all, whatever else is removed', () => {
    expect(removedAfter(labelled(['env', 'app']), { type: 'leave', key: 'env' })).toEqual(['app']);
    expect(removedAfter(labelled(['env']), { type: 'leave', key: 'other' })).toEqual(['env']);
    expect(removedAfter(labelled(['constructor']), { type: 'leave', key: 'constructor' })).toEqual([]);
  });

  it('stay so while labels are typed, added and removed, and while the timing is changed', () => {
    const typed: DraftAction[] = [
      { type: 'label', index: 0, change: { value: 'x' } },
      { type: 'add-label' },
      { type: 'remove-label', index: 0 },
      { type: 'timing', timing: 'restart' },
    ];
    expect(removedAfter(labelled(['env']), ...typed)).toEqual(['env']);
  });

  it('are none where nothing is labelled', () => {
    const draft = aDraft();
    expect(draftReducer(draft, { type: 'take-away', key: 'env' })).toBe(draft);
  });
});

describe('the timing', () => {
  it.each(['live', 'restart', 'next-restart', 'pod-only'] as const)(
    'is %s once chosen, and the labels stay',
    (timing) => {
      expect(after(labelled(['env']), { type: 'timing', timing })).toEqual(
        aDraft({ selection: byLabel(timing, { tier: 'backend' }, ['env']) }),
      );
    },
  );

  it('has no meaning where nothing is labelled', () => {
    const draft = aDraft();
    expect(draftReducer(draft, { type: 'timing', timing: 'restart' })).toBe(draft);
  });
});

describe('the draft, when a label is typed', () => {
  it('takes the change of just that label and that part', () => {
    const draft = after(
      labelled(),
      { type: 'add-label' },
      { type: 'label', index: 1, change: { key: 'env' } },
      { type: 'label', index: 1, change: { value: 'prod' } },
    );
    expect(draft.selection).toMatchObject({
      labels: [
        { key: 'tier', value: 'backend' },
        { key: 'env', value: 'prod' },
      ],
    });
  });

  it('is never changed in place', () => {
    const draft = Object.freeze(labelled());
    const text = JSON.stringify(draft);
    after(
      draft,
      { type: 'label', index: 0, change: { key: 'x' } },
      { type: 'take-away', key: 'env' },
      { type: 'port', index: 0, change: { port: '1' } },
      { type: 'service-name', name: 'x' },
    );
    expect(JSON.stringify(draft)).toBe(text);
  });
});

describe('the way in which the VMs are reached', () => {
  it('keeps what was typed for one type while another is selected', () => {
    const actions: DraftAction[] = [
      { type: 'service-type', serviceType: 'LoadBalancer' },
      { type: 'option', change: { loadBalancerClass: 'example.com/a' } },
      { type: 'option', change: { sourceRanges: '192.0.2.0/24' } },
      { type: 'service-type', serviceType: 'Route' },
      { type: 'route', change: { host: 'shop.example.com' } },
      { type: 'service-type', serviceType: 'Headless' },
      { type: 'hostname', hostname: 'db' },
    ];
    const draft = after(aDraft(), ...actions);
    expect(draft).toMatchObject({
      type: 'Headless',
      hostname: 'db',
      route: { host: 'shop.example.com', termination: 'edge' },
    });
    expect(draft.options).toEqual({
      ...aDraft().options,
      loadBalancerClass: 'example.com/a',
      sourceRanges: '192.0.2.0/24',
    });
  });

  it.each([
    [0, 1, 0],
    [1, 1, 0],
    [2, 1, 1],
  ])(
    'when port %i of three is removed, moves the target of the Route from port %i to port %i',
    (index, portIndex, left) => {
      const ports = ['a', 'b', 'c'].map((name) => ({ ...PORT, name }));
      const draft = after(aDraft({ ports }), { type: 'route', change: { portIndex } }, { type: 'remove-port', index });
      expect(draft.route.portIndex).toBe(left);
    },
  );
});

describe("a change of the template's spec", () => {
  it('is asked for, and takes effect as chosen', () => {
    expect(
      after(aDraft(), { type: 'opens-ports', opensPorts: true }, { type: 'spec-timing', timing: 'restart' }),
    ).toEqual(aDraft({ opensPorts: true, specTiming: 'restart' }));
  });

  it('at a restart leaves no label on the pod alone, whichever was chosen first', () => {
    const restart: DraftAction = { type: 'spec-timing', timing: 'restart' };
    const podOnly: DraftAction = { type: 'timing', timing: 'pod-only' };
    expect(after(labelled(), podOnly, restart)).toMatchObject({
      specTiming: 'restart',
      selection: { timing: 'next-restart' },
    });
    expect(after(labelled(), restart, podOnly)).toMatchObject({
      specTiming: 'next-restart',
      selection: { timing: 'pod-only' },
    });
    expect(after(labelled(), restart)).toMatchObject({ specTiming: 'restart', selection: { timing: 'live' } });
    expect(after(aDraft(), restart, { type: 'by-label', selection: byLabel('pod-only') as never })).toMatchObject({
      selection: { timing: 'next-restart' },
    });
  });
});
