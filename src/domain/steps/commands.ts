import { SLICE_SERVICE_KEY } from '../k8s/labelKeys';
import type { LabelChange } from '../k8s/objects';
import { oc, virtctl } from '../k8s/oc';
import { heredocDelimiter, shellQuote, shellWords } from '../k8s/shellQuote';
import { jsonPatchOf } from './jsonPatchOf';
import type { Condition, Step } from './step';

/** A label selector for the wanted labels: `key=value`, `!key` where the key is removed. */
const changeText = (labels: LabelChange): string =>
  Object.entries(labels)
    .map(([key, value]) => (value === null ? `!${key}` : `${key}=${value}`))
    .join(',');

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
      return oc.patch(step.target, jsonPatchOf(step));
    case 'delete':
      return oc.delete(
        step.target,
        ...(step.graceSeconds === undefined ? [] : [`--grace-period=${step.graceSeconds}`]),
      );
    case 'restart':
      return virtctl(['restart'], step.target);
    case 'start':
      return virtctl(['start'], step.target);
    case 'unpause':
      return virtctl(['unpause', 'vmi'], step.target);
    case 'await':
      return awaitCommand(step);
  }
}

function awaitCommand({ target, condition, timeoutSeconds }: Extract<Step, { kind: 'await' }>): string {
  switch (condition.until) {
    case 'vmi-renewed':
      return renewedCommand(condition, target.namespace, timeoutSeconds);
    case 'labels-hold':
      return oc.list('pods', target.namespace, '-l', changeText(condition.labels));
    case 'route-admitted':
      return oc.get({ ...target, kind: 'Route', name: condition.routeName });
    case 'endpoint-ready':
      return oc.list('endpointslices', target.namespace, '-l', `${SLICE_SERVICE_KEY}=${condition.serviceName}`);
  }
}

/**
 * The old VMI is Ready too, so the command first waits for one that carries the labels: only a new one does. Without
 * labels it waits for another uid.
 */
function renewedCommand(
  { vmName, labels, replacedUid }: Extract<Condition, { until: 'vmi-renewed' }>,
  namespace: string,
  timeoutSeconds: number,
): string {
  const isLabelled = Object.keys(labels).length > 0;
  const selected = [...(isLabelled ? ['-l', changeText(labels)] : []), `--field-selector=metadata.name=${vmName}`];
  if (!isLabelled && replacedUid) {
    const uid = oc.list('virtualmachineinstance', namespace, ...selected, '-o', 'jsonpath={.items[*].metadata.uid}');
    return `until ${uid} | grep . | grep -qvF ${shellQuote(replacedUid)}; do sleep 2; done\n${readyCommand(vmName, namespace, timeoutSeconds)}`;
  }
  const found = oc.list('virtualmachineinstance', namespace, ...selected, '-o', 'name');
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
