import { execFileSync } from 'node:child_process';
import { NAMESPACE, SERVICE_NAME, VM_NAME } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { aPatch, patchIn } from '../../../test/objects/stepBuilders';
import { commandFor } from './commands';
import type { Kind } from '../k8s/objects';
import type { Step } from './step';

const ref = (kind: Kind, name = VM_NAME) => ({ kind, namespace: NAMESPACE, name });
const json = (object: unknown) => JSON.stringify(object, null, 1);

const renewed: Step = {
  id: 's',
  kind: 'await',
  target: ref('VirtualMachine'),
  condition: {
    until: 'vmi-renewed',
    vmName: VM_NAME,
    labels: { tier: 'backend', 'example.com/zone': 'a' },
    replacedUid: 'vmi-1',
  },
  timeoutSeconds: 330,
};

/** The words that a shell would start the command with, and what it would be given to read. */
function run(command: string): { words: string[]; input: string } {
  const program = `f() { printf '%s\\036' "$@"; printf '\\035'; case "$*" in *' -f -'*) cat;; esac; }\n`;
  const script = program + command.replace(/^(oc|virtctl) /, (tool) => `f ${tool}`);
  const [words = '', input = ''] = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\x1d');
  return { words: words.split('\x1e').slice(0, -1), input };
}

describe('the command of a step', () => {
  it('creates the very object, however hostile its texts', () => {
    const object = {
      ...aService(),
      metadata: { name: SERVICE_NAME, namespace: NAMESPACE, annotations: { note: "it's $HOME `id`\nEOF" } },
    };
    const yaml = () => `${json(object)}\nEOF\n\n`;
    const { words, input } = run(commandFor({ id: 's', kind: 'create', object }, yaml));
    expect(words).toEqual(['oc', 'create', '-f', '-']);
    expect(input).toBe(`${json(object)}\nEOF\n`);
  });

  it('patches with the same JSON patch', () => {
    const step = aPatch('VirtualMachine', VM_NAME, {
      of: 'labels',
      layer: 'vmi',
      labels: [{ key: 'a/b', before: "it's", after: null }],
    });
    const { words } = run(commandFor(step, json));
    expect(words).toEqual([
      'oc',
      'patch',
      'virtualmachine',
      VM_NAME,
      '-n',
      NAMESPACE,
      '--type=json',
      '-p',
      JSON.stringify(patchIn(step)),
    ]);
    expect(patchIn(step)).toContainEqual({ op: 'test', path: '/metadata/labels/a~1b', value: "it's" });
  });

  it('writes characters that JSON allows and YAML does not by their number', () => {
    const value = { a: '\x7f\x85\u2028\ufeff', b: 'é😀' };
    const step = aPatch('Service', VM_NAME, { of: 'service', fields: [{ name: 'x', before: null, after: value }] });
    const { words } = run(commandFor(step, json));
    expect(words.at(-1)).toContain(
      '{"op":"add","path":"/spec/x","value":{"a":"\\u007f\\u0085\\u2028\\ufeff","b":"é😀"}}]',
    );
    expect(JSON.parse(words.at(-1) ?? '')).toEqual(patchIn(step));
  });

  it.each<[Kind, string]>([
    ['VirtualMachine', 'virtualmachine'],
    ['VirtualMachineInstance', 'virtualmachineinstance'],
    ['Pod', 'pod'],
    ['Service', 'service'],
    ['EndpointSlice', 'endpointslice'],
  ])('calls the kind %s %s', (kind, resource) => {
    expect(
      commandFor({ id: 's', kind: 'delete', target: ref(kind, 'x'), why: 'asked', guard: { uid: 'u' } }, json),
    ).toBe(`oc delete ${resource} x -n prod2`);
  });

  it.each<[string, Step]>([
    ['virtctl restart backendvm -n prod2', { id: 's', kind: 'restart', target: ref('VirtualMachine'), vmiUid: 'u' }],
    ['virtctl start backendvm -n prod2', { id: 's', kind: 'start', target: ref('VirtualMachine') }],
    [
      'oc delete pod virt-launcher-x -n prod2 --grace-period=1',
      {
        id: 's',
        kind: 'delete',
        target: ref('Pod', 'virt-launcher-x'),
        why: 'asked',
        guard: { uid: 'u' },
        graceSeconds: 1,
      },
    ],
    [
      'oc delete pod virt-launcher-x -n prod2 --grace-period=0',
      {
        id: 's',
        kind: 'delete',
        target: ref('Pod', 'virt-launcher-x'),
        why: 'asked',
        guard: { uid: 'u' },
        graceSeconds: 0,
      },
    ],
    [
      'until oc get virtualmachineinstance -n prod2 -l tier=backend,example.com/zone=a --field-selector=metadata.name=backendvm -o name | grep -q .; do sleep 2; done\n' +
        'oc wait virtualmachineinstance/backendvm -n prod2 --for=condition=Ready --timeout=330s',
      renewed,
    ],
    [
      'oc get pods -n prod2 -l tier=backend,example.com/zone=a',
      {
        id: 's',
        kind: 'await',
        target: ref('VirtualMachine'),
        condition: {
          until: 'labels-hold',
          vmName: VM_NAME,
          labels: { tier: 'backend', 'example.com/zone': 'a' },
          forSeconds: 5,
        },
        timeoutSeconds: 60,
      },
    ],
    [
      'oc get endpointslices -n prod2 -l kubernetes.io/service-name=backend',
      {
        id: 's',
        kind: 'await',
        target: ref('Service', SERVICE_NAME),
        condition: { until: 'endpoint-ready', vmName: VM_NAME, serviceName: SERVICE_NAME },
        timeoutSeconds: 1,
      },
    ],
  ])('is %s', (command, step) => {
    expect(commandFor(step, json)).toBe(command);
  });

  it('waits for the new VMI only once there is one that carries the labels', () => {
    // the VMI with the labels comes with the third look
    const cluster = `looks=0; sleep() { looks=$((looks + 1)); echo "slept $1"; }\noc() { case "$1" in get) [ "$looks" -lt 2 ] || echo virtualmachineinstance/backendvm;; *) echo "oc $1 $2";; esac; }\n`;
    const said = execFileSync('sh', ['-c', cluster + commandFor(renewed, json)], { encoding: 'utf8', timeout: 10_000 });
    expect(said).toBe('slept 2\nslept 2\noc wait virtualmachineinstance/backendvm\n');
  });

  it('looks for what lacks a label that was taken away, in a selector that no shell changes', () => {
    const labels = { tier: 'backend', 'example.com/env': null };
    const holds: Step = {
      id: 's',
      kind: 'await',
      target: ref('VirtualMachine'),
      condition: { until: 'labels-hold', vmName: VM_NAME, labels, forSeconds: 5 },
      timeoutSeconds: 60,
    };
    expect(run(commandFor(holds, json)).words).toEqual([
      'oc',
      'get',
      'pods',
      '-n',
      NAMESPACE,
      '-l',
      'tier=backend,!example.com/env',
    ]);
    const again = {
      ...renewed,
      condition: { until: 'vmi-renewed', vmName: VM_NAME, labels: { env: null }, replacedUid: 'vmi-1' },
    } as Step;
    expect(commandFor(again, json).split('\n')[0]).toBe(
      "until oc get virtualmachineinstance -n prod2 -l '!env' --field-selector=metadata.name=backendvm -o name | grep -q .; do sleep 2; done",
    );
  });
});
