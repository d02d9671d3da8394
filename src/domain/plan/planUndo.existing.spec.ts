import { NAMESPACE, RUN_ID, VM_NAME, aRunningVm, seenOf } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aDraft, allRights, byLabel } from '../../../test/objects/draftBuilders';
import { applyJsonPatch } from '../../../test/in-memory-cluster/jsonPatch';
import { aVmOfSeveral } from '../../../test/objects/severalVms';
import { patchIn } from '../../../test/objects/stepBuilders';
import { planFor, recordFor } from '../../../test/objects/planFor';
import { planUndo } from './planUndo';
import type { ExposeDraft } from '../draft/draft';
import type { Labels, Service } from '../k8s/objects';
import type { RunRecord } from './run';
import type { Seen, SeenVm } from '../k8s/seen';
import type { Rights } from '../k8s/rights';
import type { Step } from '../steps/step';

const BACKEND = { tier: 'backend' };
const PORT_80 = { name: '', port: '80', targetPort: '8080', protocol: 'TCP', nodePort: '' } as const;
const PORT_81 = { ...PORT_80, port: '81' };
const POD_ONLY: Rights = { ...allRights(false), patchPod: true };

const usingExisting = (changes: Partial<ExposeDraft> = {}) =>
  aDraft({ selection: { by: 'service', timing: 'live' }, ...changes });
const theirs = (ports = [{ port: 80, targetPort: 8080 }], changes: Parameters<typeof aService>[0] = {}) =>
  aService({ selector: BACKEND, ports, ...changes });
const labelled = (labels: Labels) => aRunningVm({ vm: { templateLabels: labels }, vmi: { labels }, pod: { labels } });
const recordBefore = (draft: ExposeDraft, vms: readonly SeenVm[], services: readonly Service[] = []) =>
  recordFor(draft, seenOf(vms, services), RUN_ID);
const undo = (record: RunRecord, vms: readonly SeenVm[], services: readonly Service[] = [], rights = allRights()) =>
  planUndo(record, seenOf(vms, services), rights);
const ids = (...args: Parameters<typeof undo>) => undo(...args).map(({ id }) => id);
const after = <T extends object>(object: T, steps: readonly Step[], id: string): T => {
  const step = steps.find((candidate) => candidate.id === id);
  return applyJsonPatch(object, patchIn(step));
};
/** What the cluster is once the steps of a plan have run. */
const afterAll = (seen: Seen, steps: readonly Step[]): Seen => ({
  ...seen,
  services: seen.services.map((service) => after(service, steps, `service-change/${service.metadata?.name ?? ''}`)),
  vms: seen.vms.map(({ vm, vmi, pods }) => ({
    vm: after(vm, steps, `template/${vm.metadata?.name ?? ''}`),
    ...(vmi ? { vmi: after(vmi, steps, `vmi/${vmi.metadata?.name ?? ''}`) } : {}),
    pods: pods.map((pod) => after(pod, steps, `pod/${pod.metadata?.name ?? ''}`)),
  })),
});

describe('undoing that a Service was joined', () => {
  const draft = usingExisting({ ports: [PORT_81] });
  const record = recordBefore(draft, [aRunningVm()], [theirs()]);
  const changed = theirs([{ port: 81, targetPort: 8080 }]);

  it('takes back the whole of what the run did, and leaves the Service', () => {
    const before = seenOf([aRunningVm()], [theirs()]);
    const plan = planFor(draft, before, RUN_ID);
    expect(plan.ok && plan.steps.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['template/backendvm', 'service-change/backend', 'vmi/backendvm']),
    );
    const exposed = afterAll(before, plan.ok ? plan.steps : []);
    const steps = planUndo(record, exposed, allRights());
    expect(steps.map(({ id }) => id)).toEqual([
      'undo-change/backend',
      'vmi/backendvm',
      'pod/virt-launcher-backendvm-abcde',
      'template/backendvm',
    ]);
    expect(steps.filter(({ kind }) => kind !== 'patch')).toEqual([]);
    const [service] = exposed.services;
    expect(service && after(service, steps, 'undo-change/backend').spec?.ports).toEqual(theirs().spec?.ports);
  });

  it('gives the ports back in a guarded patch', () => {
    const [step] = undo(record, [aRunningVm()], [changed]);
    expect(step).toMatchObject({ kind: 'patch', target: { kind: 'Service', namespace: NAMESPACE, name: 'backend' } });
    expect(patchIn(step)).toEqual([
      { op: 'test', path: '/metadata/uid', value: 'svc-backend' },
      { op: 'test', path: '/spec/ports', value: changed.spec?.ports },
      { op: 'replace', path: '/spec/ports', value: theirs().spec?.ports },
    ]);
  });

  it.each<[string, Service[]]>([
    ['someone else has changed since', [theirs([{ port: 82, targetPort: 8080 }])]],
    ['are as they were', [theirs()]],
    ['belong to another Service of that name', [theirs([{ port: 81, targetPort: 8080 }], { uid: 'recreated' })]],
    ['are gone with their Service', []],
  ])('leaves ports that %s', (_, services) => {
    expect(ids(record, [aRunningVm()], services)).toEqual([]);
  });

  it('knows the ports of an earlier draft of the run as its own', () => {
    const again = recordFor(
      usingExisting({ ports: [{ ...PORT_81, port: '90' }] }),
      seenOf([aRunningVm()], [changed]),
      RUN_ID,
      record,
    );
    expect(ids(again, [aRunningVm()], [changed])).toEqual(['undo-change/backend']);
    const [step] = undo(again, [aRunningVm()], [theirs([{ port: 90, targetPort: 8080 }])]);
    expect(patchIn(step).at(-1)).toMatchObject({ value: theirs().spec?.ports });
  });

  it('touches no ports when the run changed none', () => {
    expect(
      ids(recordBefore(usingExisting({ ports: [PORT_80] }), [aRunningVm()], [theirs()]), [aRunningVm()], [changed]),
    ).toEqual([]);
  });

  it('takes the label away though that Service selects by it, but not while another one does', () => {
    expect(ids(record, [labelled(BACKEND)], [theirs()])).toEqual([
      'vmi/backendvm',
      'pod/virt-launcher-backendvm-abcde',
      'template/backendvm',
    ]);
    expect(ids(record, [labelled(BACKEND)], [theirs(), aService({ name: 'other', selector: BACKEND })])).toEqual([]);
  });
});

describe('undoing that a label was removed', () => {
  const had = { env: 'prod' };
  const record = recordBefore(aDraft({ selection: byLabel('live', BACKEND, ['env']) }), [labelled(had)]);

  it('puts it back, and takes the new one away', () => {
    const vm = labelled(BACKEND);
    const steps = undo(record, [vm]);
    expect(after(vm.vm, steps, 'template/backendvm').spec.template.metadata?.labels).toEqual(had);
    expect(vm.vmi && after(vm.vmi, steps, 'vmi/backendvm').metadata?.labels).toEqual(had);
    expect(vm.pods[0] && after(vm.pods[0], steps, 'pod/virt-launcher-backendvm-abcde').metadata?.labels).toMatchObject(
      had,
    );
  });

  it('puts it back though other Services select by it: they had it before', () => {
    const vm = labelled({});
    expect(
      after(vm.vm, undo(record, [vm], [aService({ name: 'other', selector: had })]), 'template/backendvm').spec.template
        .metadata?.labels,
    ).toEqual(had);
  });

  it('leaves a value that someone else has given it since', () => {
    expect(ids(record, [labelled({ env: 'theirs' })])).toEqual([]);
  });

  it('puts back an empty value as an empty value', () => {
    const vm = labelled({});
    const steps = undo(
      recordBefore(aDraft({ selection: byLabel('live', BACKEND, ['env']) }), [labelled({ env: '' })]),
      [vm],
    );
    expect(after(vm.vm, steps, 'template/backendvm').spec.template.metadata?.labels).toEqual({ env: '' });
  });
});

describe('undoing that only the pod was labelled', () => {
  const onPod = aRunningVm({ pod: { labels: BACKEND } });
  const record = recordBefore(aDraft({ selection: byLabel('pod-only') }), [aRunningVm()]);

  it('takes no more than the right to patch pods', () => {
    const [step, ...others] = undo(record, [onPod], [], POD_ONLY);
    expect([step?.id, others]).toEqual(['pod/virt-launcher-backendvm-abcde', []]);
    expect(ids(record, [onPod], [], { ...allRights(), patchPod: false })).toEqual([]);
  });

  it('leaves the same label where someone has put it into template and VMI since', () => {
    expect(ids(record, [labelled(BACKEND)])).toEqual(['pod/virt-launcher-backendvm-abcde']);
  });

  it('is done when the pod is gone', () => {
    expect(ids(record, [aRunningVm()])).toEqual([]);
  });
});

describe('undoing a run of several VMs', () => {
  const several = (labels: Labels = {}) =>
    ['web', 'constructor'].map((name, index) =>
      aVmOfSeveral(name, 11 + index, { vm: { templateLabels: labels }, vmi: { labels }, pod: { labels } }),
    );
  const draft = aDraft({ vmNames: ['web', 'constructor'], selection: byLabel('live') });
  const record = recordBefore(draft, several());

  it('takes the label off each, also off one that is named as what every JavaScript object inherits', () => {
    expect(ids(record, several(BACKEND))).toEqual(
      ['web', 'constructor'].flatMap((name) => [`vmi/${name}`, `pod/virt-launcher-${name}-abcde`, `template/${name}`]),
    );
  });

  it('still takes it off the others when one is gone', () => {
    expect(ids(record, several(BACKEND).slice(1))).toEqual([
      'vmi/constructor',
      'pod/virt-launcher-constructor-abcde',
      'template/constructor',
    ]);
  });

  it('leaves VMs that the run was not about', () => {
    expect(
      ids(recordBefore({ ...draft, vmNames: ['web'] }, several()), several(BACKEND)).some((id) =>
        id.includes('constructor'),
      ),
    ).toBe(false);
    expect(ids({ ...record, replaced: {} }, several(BACKEND))).toEqual([]);
    expect(VM_NAME in record.replaced).toBe(false);
  });
});
