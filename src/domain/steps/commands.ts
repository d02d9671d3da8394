import type { Kind, LabelChange } from '../k8s/objects';
import { heredocDelimiter, shellQuote, shellWords } from '../k8s/shellQuote';
import type { Condition, Step } from './step';
import type { PatchOperation } from '../k8s/jsonPatch';

const RESOURCES: Readonly<Record<Kind, string>> = {
  VirtualMachine: 'virtualmachine',
  VirtualMachineInstance: 'virtualmachineinstance',
  Pod: 'pod',
  Service: 'service',
  EndpointSlice: 'endpointslice',
  Route: 'route',
  Event: 'event',
  NetworkPolicy: 'networkpolicy',
  Namespace: 'namespace',
  NetworkAttachmentDefinition: 'network-attachment-definition',
  Ingress: 'ingress',
  ResourceQuota: 'resourcequota',
  Job: 'job',
};

/** A label selector of what is labelled as wanted: `key=value`, `!key` where the key is taken away. */
const changeText = (labels: LabelChange): string =>
  Object.entries(labels)
    .map(([key, value]) => (value === null ? `!${key}` : `${key}=${value}`))
    .join(',');

/**
 * A patch as `oc -p` reads it, which is as YAML: there, control characters are refused and two more characters are line
 * ends, though JSON lets all of them stand (seen with kubectl 1.34).
 */
const patchText = (patch: readonly PatchOperation[]): string =>
  JSON.stringify(patch).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * The shell command that does the same as a step. Await steps become commands that show or wait for the same thing.
 * @param toYaml writes an object as YAML; a parameter because the YAML library is loaded by Review alone
 */
export function commandFor(step: Step, toYaml: (object: unknown) => string): string {
  switch (step.kind) {
    case 'create': {
      const yaml = toYaml(step.object).trimEnd();
      const delimiter = heredocDelimiter(yaml);
      return `oc create -f - <<'${delimiter}'\n${yaml}\n${delimiter}`;
    }
    case 'patch':
      return shellWords(
        'oc',
        'patch',
        RESOURCES[step.target.kind],
        step.target.name,
        '-n',
        step.target.namespace,
        '--type=json',
        '-p',
        patchText(step.patch),
      );
    case 'delete': {
      const grace = step.graceSeconds === undefined ? [] : [`--grace-period=${step.graceSeconds}`];
      return shellWords(
        'oc',
        'delete',
        RESOURCES[step.target.kind],
        step.target.name,
        '-n',
        step.target.namespace,
        ...grace,
      );
    }
    case 'restart':
      return shellWords('virtctl', 'restart', step.target.name, '-n', step.target.namespace);
    case 'start':
      return shellWords('virtctl', 'start', step.target.name, '-n', step.target.namespace);
    case 'unpause':
      return shellWords('virtctl', 'unpause', 'vmi', step.target.name, '-n', step.target.namespace);
    case 'await':
      return awaitCommand(step);
  }
}

function awaitCommand({ target, condition, timeoutSeconds }: Extract<Step, { kind: 'await' }>): string {
  switch (condition.until) {
    case 'vmi-renewed':
      return renewedCommand(condition, target.namespace, timeoutSeconds);
    case 'labels-hold':
      return shellWords('oc', 'get', 'pods', '-n', target.namespace, '-l', changeText(condition.labels));
    case 'route-admitted':
      return shellWords('oc', 'get', 'route', condition.routeName, '-n', target.namespace);
    case 'endpoint-ready':
      return shellWords(
        'oc',
        'get',
        'endpointslices',
        '-n',
        target.namespace,
        '-l',
        `kubernetes.io/service-name=${condition.serviceName}`,
      );
  }
}

/**
 * The old VMI is Ready too, so the command first waits for one that carries the labels: only a new one does. Without labels
 * it waits for another uid.
 */
function renewedCommand(
  { vmName, labels, replacedUid }: Extract<Condition, { until: 'vmi-renewed' }>,
  namespace: string,
  timeoutSeconds: number,
): string {
  const isLabelled = Object.keys(labels).length > 0;
  const selected = [
    'oc',
    'get',
    'virtualmachineinstance',
    '-n',
    namespace,
    ...(isLabelled ? ['-l', changeText(labels)] : []),
    `--field-selector=metadata.name=${vmName}`,
  ];
  if (!isLabelled && replacedUid) {
    const uid = shellWords(...selected, '-o', 'jsonpath={.items[*].metadata.uid}');
    return `until ${uid} | grep . | grep -qvF ${shellQuote(replacedUid)}; do sleep 2; done\n${readyCommand(vmName, namespace, timeoutSeconds)}`;
  }
  const found = shellWords(...selected, '-o', 'name');
  return `until ${found} | grep -q .; do sleep 2; done\n${readyCommand(vmName, namespace, timeoutSeconds)}`;
}

const readyCommand = (vmName: string, namespace: string, timeoutSeconds: number): string =>
  shellWords(
    'oc',
    'wait',
    `virtualmachineinstance/${vmName}`,
    '-n',
    namespace,
    '--for=condition=Ready',
    `--timeout=${timeoutSeconds}s`,
  );
