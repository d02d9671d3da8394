import type { ServicePorts } from '../domain/joinedPorts';
import { selectorText } from '../domain/selector';
import { portTexts } from '../domain/servicePort';
import { targetOf, type PatchOperation, type Step } from '../domain/step';
import type { Text } from './useText';

/** The `key=value` that a label patch sets and the keys that it removes. */
function patchedLabels(patch: readonly PatchOperation[]): string {
  const unescape = (segment: string) => segment.replaceAll('~1', '/').replaceAll('~0', '~');
  return patch
    .flatMap((operation) => {
      if (operation.op === 'test') return [];
      const key = unescape(operation.path.split('/').at(-1) ?? '');
      if (operation.op === 'remove') return [key];
      if (typeof operation.value === 'string') return [`${key}=${operation.value}`];
      const map = operation.value as { labels?: Record<string, string> } & Record<string, string>;
      return [selectorText(map.labels ?? map)];
    })
    .join(', ');
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
  const labels = patchedLabels(patch);
  const isRemoval = patch.every(({ op }) => op === 'test' || op === 'remove');
  switch (kind) {
    case 'VirtualMachine':
      return isRemoval
        ? t('Remove the label {{labels}} from the template of {{name}}', { labels, name })
        : t('Change the label {{labels}} in the template of {{name}}', { labels, name });
    case 'Pod':
      return isRemoval
        ? t('Remove the label {{labels}} from the running pod {{name}}', { labels, name })
        : t('Change the label {{labels}} on the running pod {{name}}', { labels, name });
    default:
      return isRemoval
        ? t('Remove the label {{labels}} from the running instance of {{name}}', { labels, name })
        : t('Change the label {{labels}} on the running instance of {{name}}', { labels, name });
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
