import type { ServicePorts } from '../domain/joinedPorts';
import type { Labels } from '../domain/objects';
import { selectorText } from '../domain/selector';
import { portTexts } from '../domain/servicePort';
import { targetOf, type PatchOperation, type Step } from '../domain/step';
import type { Text } from './useText';

/** The `key=value` that a label patch sets, and the keys that it removes. */
function patchedLabels(patch: readonly PatchOperation[]): { readonly set: string; readonly removed: string } {
  const keyOf = (path: string) => (path.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
  const set = patch.flatMap((operation) => {
    if (operation.op === 'test' || operation.op === 'remove') return [];
    if (typeof operation.value === 'string') return [`${keyOf(operation.path)}=${operation.value}`];
    // the map is made whole where it was missing, with the metadata around it where that was missing too
    const labels = operation.path.endsWith('/metadata') ? (operation.value as { labels: Labels }).labels : (operation.value as Labels);
    return [selectorText(labels)];
  });
  const removed = patch.flatMap((operation) => (operation.op === 'remove' ? [keyOf(operation.path)] : []));
  return { set: set.join(', '), removed: removed.join(', ') };
}

/** What a step does, as a sentence. */
export function stepText(t: Text, step: Step): string {
  const { kind, name } = targetOf(step);
  switch (step.kind) {
    case 'create':
      return t('Create the Service {{name}}', { name });
    case 'delete':
      return kind === 'Pod' ? t('End the pod {{name}} at once', { name }) : t('Delete the Service {{name}}', { name });
    case 'start':
      return t('Start the virtual machine {{name}}', { name });
    case 'restart':
      return t('Restart the virtual machine {{name}}', { name });
    case 'patch':
      return patchText(t, step.patch, kind, name);
    case 'await':
      return awaitText(t, step);
  }
}

/** The ports that a patch gives to a Service, such as `80/TCP → 8080`. */
function patchedPorts(patch: readonly PatchOperation[]): string {
  const ports = patch.flatMap((operation) => (operation.op === 'test' || operation.op === 'remove' ? [] : [operation.value]));
  return portTexts({ spec: { ports: ports.flat() as ServicePorts } }).join(', ');
}

function patchText(t: Text, patch: readonly PatchOperation[], kind: string, name: string): string {
  if (kind === 'Service') return t('Change the ports of the Service {{name}} to {{ports}}', { name, ports: patchedPorts(patch) });
  const { set, removed } = patchedLabels(patch);
  switch (kind) {
    case 'VirtualMachine':
      if (set === '') return t('Remove the label {{labels}} from the template of {{name}}', { labels: removed, name });
      return removed === ''
        ? t('Change the label {{labels}} in the template of {{name}}', { labels: set, name })
        : t('Change the label {{labels}} in the template of {{name}}, and remove {{removed}}', { labels: set, name, removed });
    case 'Pod':
      if (set === '') return t('Remove the label {{labels}} from the running pod {{name}}', { labels: removed, name });
      return removed === ''
        ? t('Change the label {{labels}} on the running pod {{name}}', { labels: set, name })
        : t('Change the label {{labels}} on the running pod {{name}}, and remove {{removed}}', { labels: set, name, removed });
    default:
      if (set === '') return t('Remove the label {{labels}} from the running instance of {{name}}', { labels: removed, name });
      return removed === ''
        ? t('Change the label {{labels}} on the running instance of {{name}}', { labels: set, name })
        : t('Change the label {{labels}} on the running instance of {{name}}, and remove {{removed}}', { labels: set, name, removed });
  }
}

function awaitText(t: Text, { condition }: Extract<Step, { kind: 'await' }>): string {
  const { vmName } = condition;
  switch (condition.until) {
    case 'vmi-renewed':
      return t('Wait until {{vmName}} runs again with the label', { vmName });
    case 'labels-hold':
      return t('Watch for {{seconds}} seconds that nothing takes the label away', { seconds: condition.forSeconds });
    case 'endpoint-ready':
      return t('Wait until the Service {{service}} has a ready endpoint that is {{vmName}}', { service: condition.serviceName, vmName });
  }
}
