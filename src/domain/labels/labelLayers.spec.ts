import {
  NAMESPACE,
  VM_NAME,
  aPod,
  aRunningVm,
  aStoppedVm,
  aVm,
  aVmi,
  launcherLabels,
} from '../../../test/objects/builders';
import { applyJsonPatch } from '../../../test/in-memory-cluster/jsonPatch';
import { patchIn } from '../../../test/objects/stepBuilders';
import { carries, labelLayers, patchRunning, patchTemplate } from './labelLayers';
import type { Labels } from '../k8s/objects';
import type { SeenVm } from '../k8s/seen';
import type { Step } from '../steps/step';

const BACKEND = { tier: 'backend' };

describe('labelLayers', () => {
  it('are those of the template, of the VMI and of each live pod, and never those of the VM itself', () => {
    const seen = aRunningVm({
      vm: { labels: { app: 'vm' }, templateLabels: { a: '1' } },
      vmi: { labels: { b: '2' } },
      pod: { labels: { c: '3' } },
    });
    expect(labelLayers(seen)).toEqual({
      template: { a: '1' },
      vmi: { b: '2' },
      pods: [{ ...launcherLabels(VM_NAME, 'vmi-1'), c: '3' }],
    });
  });

  it('tell a VMI without labels from no live VMI', () => {
    expect(labelLayers(aRunningVm({ vmi: { labels: null } })).vmi).toEqual({});
    expect(labelLayers(aStoppedVm()).vmi).toBeUndefined();
    expect(labelLayers(aRunningVm({ vmi: { deleting: true } })).vmi).toBeUndefined();
  });

  it('leave out pods that have ended', () => {
    expect(labelLayers(aRunningVm({ pod: { phase: 'Succeeded' } })).pods).toEqual([]);
  });
});

describe('carries', () => {
  it('is true when every wanted label is there with its value', () => {
    expect(carries({ tier: 'backend', app: 'x' }, BACKEND)).toBe(true);
    expect(carries({ tier: 'frontend' }, BACKEND)).toBe(false);
    expect(carries({}, BACKEND)).toBe(false);
    expect(carries({}, {})).toBe(true);
  });

  it.each(['constructor', '__proto__'])('knows %s, which every JavaScript object inherits, only as a label', (key) => {
    const wanted = Object.fromEntries([[key, 'x']]);
    expect(carries({}, wanted)).toBe(false);
    expect(carries(Object.fromEntries([[key, 'x']]), wanted)).toBe(true);
  });
});

describe('patchTemplate', () => {
  it.each([
    ['with labels', aVm({ templateLabels: { app: 'x' } }), { app: 'x', tier: 'backend' }],
    ['without a label map', aVm({ templateLabels: null }), BACKEND],
    ['without metadata', aVm({ hasTemplateMetadata: false }), BACKEND],
  ])('labels a template %s', (_, vm, labels) => {
    const [step, ...others] = patchTemplate(vm, BACKEND);
    expect(others).toEqual([]);
    expect(step).toMatchObject({
      id: 'template/backendvm',
      kind: 'patch',
      target: { kind: 'VirtualMachine', namespace: NAMESPACE, name: VM_NAME },
    });
    expect(applyJsonPatch(vm, patchIn(step)).spec.template.metadata?.labels).toEqual(labels);
  });

  it('does nothing when the template has the label', () => {
    expect(patchTemplate(aVm({ templateLabels: BACKEND }), BACKEND)).toEqual([]);
  });

  it('is not misled by a label of the VM itself', () => {
    expect(patchTemplate(aVm({ labels: BACKEND }), BACKEND)).toHaveLength(1);
  });
});

describe('patchRunning', () => {
  const targets = (steps: readonly Step[]) =>
    steps.map((step) => step.kind === 'patch' && `${step.target.kind}/${step.target.name}`);
  const migrating: SeenVm = {
    vm: aVm(),
    vmi: aVmi(),
    pods: [
      aPod({ name: 'source', uid: 's' }),
      aPod({ name: 'target', uid: 't' }),
      aPod({ name: 'ended', phase: 'Failed' }),
    ],
  };

  it('labels the VMI first, then every live pod, so that a migration target made in between has the label', () => {
    expect(targets(patchRunning(migrating, () => BACKEND))).toEqual([
      'VirtualMachineInstance/backendvm',
      'Pod/source',
      'Pod/target',
    ]);
  });

  it('gives each step an id of its own', () => {
    const ids = patchRunning(migrating, () => BACKEND).map(({ id }) => id);
    expect(ids).toEqual(['vmi/backendvm', 'pod/source', 'pod/target']);
  });

  it('guards each patch by the uid of its object', () => {
    const firsts = patchRunning(migrating, () => BACKEND).map((step) => patchIn(step)[0]);
    expect(firsts).toEqual(['vmi-1', 's', 't'].map((value) => ({ op: 'test', path: '/metadata/uid', value })));
  });

  it('leaves out what has the label, and does nothing for a VM that does not run', () => {
    const half = aRunningVm({ vmi: { labels: BACKEND } });
    expect(targets(patchRunning(half, () => BACKEND))).toEqual(['Pod/virt-launcher-backendvm-abcde']);
    expect(patchRunning(aStoppedVm(), () => BACKEND)).toEqual([]);
    expect(patchRunning(aRunningVm({ vmi: { deleting: true } }), () => BACKEND)).toEqual([]);
  });

  it('asks for each object by its layer', () => {
    const asked: string[] = [];
    patchRunning(migrating, (_, layer) => {
      asked.push(layer);
      return BACKEND;
    });
    expect(asked).toEqual(['vmi', 'pod', 'pod']);
  });

  it('asks for each object by its own labels', () => {
    const seen = aRunningVm({ vmi: { labels: { tier: 'theirs' } }, pod: { labels: BACKEND } });
    const removeOurs = (held: Labels): Record<string, string | null> => (held.tier === 'backend' ? { tier: null } : {});
    expect(targets(patchRunning(seen, removeOurs))).toEqual(['Pod/virt-launcher-backendvm-abcde']);
  });
});
