import { dump, loadAll } from 'js-yaml';
import { RUN_ID, aRunningVm, seenOf } from '../../../test/objects/builders';
import { aDraft, byLabel } from '../../../test/objects/draftBuilders';
import { setsTier } from '../../../test/objects/stepBuilders';
import { manifestFor, requestFor, scriptFor } from './manifest';
import { planFor } from '../../../test/objects/planFor';
import type { Step } from './step';

const toYaml = (object: unknown) => dump(object, { lineWidth: -1, noRefs: true });
const stepsOf = (timing: 'restart' | 'live'): readonly Step[] => {
  const plan = planFor(aDraft({ selection: byLabel(timing) }), seenOf([aRunningVm()]), RUN_ID);
  return plan.ok ? plan.steps : [];
};

describe('manifestFor', () => {
  it('holds just the objects that are created, as one YAML stream', () => {
    const steps = stepsOf('restart');
    const created = steps.flatMap((step) => (step.kind === 'create' ? [step.object] : []));
    expect(created).toHaveLength(1);
    expect(loadAll(manifestFor(steps, toYaml)).filter(Boolean)).toEqual(created);
  });

  it('names everything else as commands that are comments, in order', () => {
    const lines = manifestFor(stepsOf('restart'), toYaml).split('\n');
    const at = (text: string) => lines.findIndex((line) => line.startsWith(text));
    expect(
      [at('# oc patch virtualmachine backendvm'), at('---'), at('# virtctl restart backendvm')].every(
        (line, index, all) => line > (all[index - 1] ?? -1),
      ),
    ).toBe(true);
  });

  it('lets no line of a command out of its comment', () => {
    const step: Step = {
      id: 'x',
      kind: 'patch',
      target: { kind: 'VirtualMachine', namespace: 'prod2', name: 'vm' },
      uid: 'x\nkind: Secret',
      change: setsTier(),
    };
    expect(loadAll(manifestFor([step], toYaml)).filter(Boolean)).toEqual([]);
  });

  it('is empty of objects for a plan that creates none', () => {
    expect(loadAll(manifestFor([], toYaml)).filter(Boolean)).toEqual([]);
  });
});

describe('scriptFor', () => {
  it('stops at the first command that fails', () => {
    expect(scriptFor(stepsOf('live'), toYaml)).toMatch(/^\(\nset -e\n\noc patch virtualmachine[\s\S]*\n\)\n$/);
  });
});

describe('requestFor', () => {
  it('is a script whose first lines are comments, whatever is in them', () => {
    const steps = stepsOf('live');
    expect(requestFor(['Expose web', 'a\nrm -rf x'], steps, toYaml)).toBe(
      `# Expose web\n# a\n# rm -rf x\n\n${scriptFor(steps, toYaml)}`,
    );
  });
});
