import { oc } from '../../src/domain/k8s/oc';
import { commandFor } from '../../src/domain/steps/commands';
import { labelKeyProblem, labelValueProblem } from '../../src/domain/labels/labels';
import type { Service } from '../../src/domain/k8s/objects';
import { toKubernetesYaml } from '../../src/ui/kubernetesYaml';
import { apiPort } from '../local-cluster/apiPort';
import { expect, test } from '../local-cluster/clusterTest';
import { HOSTILE_VALUES } from './hostileValues';
import { paste, type Shell } from './shellCommands';

/**
 * Whatever texts are in an object or a patch: the shell, the client and YAML bring them to the API server unchanged.
 */
const NAME = 'hostile';

/** Numbers, dates and truth values of YAML 1.1, all of them legal labels. */
const YAML_WORDS = [
  '1_000',
  '0X1F',
  '0B1',
  '0O7',
  '0_7',
  '0777',
  '1e3',
  '1.0',
  '685_230.15',
  '2026-08-01',
  'true',
  'on',
  'y',
  'No',
  'null',
  'NaN',
  '1__0',
  '12e03',
  '0x_1',
  'Infinity',
  '9'.repeat(40),
];

const LONG_SCRIPT = [
  '#!/bin/sh',
  'EOF',
  "cat <<'EOF'",
  'EOF_',
  '\ttab',
  '$(id) `id` $HOME !! !id',
  'it\'s "quoted" \\',
  '--- ',
  '...',
  '# no comment',
  '{{ .Values.x }}',
  '- a',
  '? b',
  ': c',
  '& * ! | > % @',
].join('\n');

// half of a pair of code units is no character: neither a file nor a pipe holds it
const TEXTS = [...HOSTILE_VALUES, LONG_SCRIPT, `${LONG_SCRIPT}\n`, `\n\n  ${LONG_SCRIPT}\n\n`].filter(
  (text) => text === Buffer.from(text).toString(),
);
const annotations = Object.fromEntries(TEXTS.map((text, index) => [`expose-vm.test/${index}`, text]));

const legal = [...HOSTILE_VALUES, ...YAML_WORDS];
const keys = legal.filter((key) => labelKeyProblem(key) === undefined);
const values = legal.filter((value) => labelValueProblem(value) === undefined);
const labels = Object.fromEntries(keys.map((key, index) => [key, values[index % values.length] ?? '']));

const serviceIn = (namespace: string): Service => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: NAME, namespace, labels, annotations },
  spec: { selector: Object.fromEntries(values.map((value, index) => [`k${index}`, value])), ports: [{ port: 80 }] },
});

for (const shell of ['sh', 'bash', 'interactive bash'] satisfies Shell[]) {
  test(`an object and a patch of hostile texts come through ${shell} unchanged`, async ({ namespace }) => {
    const target = { kind: 'Service', namespace, name: NAME } as const;
    const wanted = serviceIn(namespace);
    const created = await paste(commandFor({ id: 's', kind: 'create', object: wanted }, toKubernetesYaml), {
      user: 'admin',
      shell,
    });
    expect(created, created.stderr).toMatchObject({ exitCode: 0 });
    const found = await apiPort.get(target);
    expect(found?.metadata?.annotations).toEqual(annotations);
    expect(found?.metadata?.labels).toEqual(labels);
    expect(found?.spec?.selector).toEqual(wanted.spec?.selector);

    const patch = [
      { op: 'test', path: '/metadata/annotations', value: annotations },
      { op: 'add', path: '/metadata/annotations', value: { all: TEXTS.join('\n') } },
    ] as const;
    const patched = await paste(oc.patch(target, patch), {
      user: 'admin',
      shell,
    });
    expect(patched, patched.stderr).toMatchObject({ exitCode: 0 });
    expect((await apiPort.get(target))?.metadata?.annotations).toEqual({ all: TEXTS.join('\n') });

    const deleted = await paste(
      commandFor(
        { id: 's', kind: 'delete', target, why: 'asked', guard: { uid: found?.metadata?.uid ?? '' } },
        toKubernetesYaml,
      ),
      { user: 'admin', shell },
    );
    expect(deleted, deleted.stderr).toMatchObject({ exitCode: 0 });
    expect(await apiPort.get(target)).toBeUndefined();
    console.log(
      `figure: ${shell}: ${TEXTS.length} hostile texts, ${keys.length} label keys and ${values.length} label values came through unchanged`,
    );
  });
}
