import type { ServicePorts } from '../../domain/service/joinedPorts';
import type { Labels } from '../../domain/k8s/objects';
import { selectorText } from '../../domain/labels/selector';
import { portTexts } from '../../domain/service/servicePort';
import { targetOf, type Step } from '../../domain/steps/step';
import type { PatchOperation } from '../../domain/k8s/jsonPatch';
import type { OpenPort } from '../../domain/k8s/specChange';
import type { Text } from '../useText';

/** What a patch sets, without its guards. */
const changesOf = (patch: readonly PatchOperation[]) => patch.filter(({ op }) => op !== 'test');
const valueOf = (operation: PatchOperation): unknown => (operation.op === 'remove' ? undefined : operation.value);

/** The `key=value` that a label patch sets, and the keys that it removes. */
function patchedLabels(patch: readonly PatchOperation[]): { readonly set: string; readonly removed: string } {
  const keyOf = (path: string) => (path.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
  const set = changesOf(patch).flatMap((operation) => {
    if (operation.op === 'remove') return [];
    if (typeof operation.value === 'string') return [`${keyOf(operation.path)}=${operation.value}`];
    // the map is made whole where it was missing, with the metadata around it where that was missing too
    const labels = operation.path.endsWith('/metadata')
      ? (operation.value as { labels: Labels }).labels
      : (operation.value as Labels);
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
      if (kind === 'Route') return t('Create the Route {{name}}', { name });
      if (kind === 'Job') return t('Create the Job {{name}}', { name });
      return kind === 'NetworkPolicy'
        ? t('Create the NetworkPolicy {{name}}', { name })
        : t('Create the Service {{name}}', { name });
    case 'delete':
      if (kind === 'Pod') return t('End the pod {{name}} at once', { name });
      if (kind === 'Route') return t('Delete the Route {{name}}', { name });
      if (kind === 'Job') return t('Delete the Job {{name}}', { name });
      return step.why === 'replaced'
        ? t('Delete the Service {{name}}, to make it anew with another address', { name })
        : t('Delete the Service {{name}}', { name });
    case 'start':
      return t('Start the virtual machine {{name}}', { name });
    case 'unpause':
      return t('Let the virtual machine {{name}} run on', { name });
    case 'restart':
      return t('Restart the virtual machine {{name}}', { name });
    case 'patch':
      return patchText(t, step.patch, kind, name);
    case 'await':
      return awaitText(t, step);
  }
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a patch of a Service changes: its ports as `80/TCP → 8080`, all else as field and value. */
function servicePatchText(t: Text, patch: readonly PatchOperation[], name: string): string {
  const changes = changesOf(patch);
  const portsOf = (operation: PatchOperation) =>
    portTexts({ spec: { ports: valueOf(operation) as ServicePorts } }).join(', ');
  const [only, ...more] = changes;
  if (only?.path === '/spec/ports' && more.length === 0)
    return t('Change the ports of the Service {{name}} to {{ports}}', { name, ports: portsOf(only) });
  const parts = changes.map((operation) => {
    const field = operation.path.replace(/^\/spec\//, '');
    if (operation.op === 'remove') return t('{{field}} removed', { field });
    return `${field}: ${field === 'ports' ? portsOf(operation) : shown(valueOf(operation))}`;
  });
  return t('Change the Service {{name}}: {{changes}}', { name, changes: parts.join('; ') });
}

/** What a patch of a Route changes, by field. */
function routePatchText(t: Text, patch: readonly PatchOperation[], name: string): string {
  const parts = changesOf(patch).map((operation) => {
    const field = operation.path.replace(/^\/spec\//, '').replaceAll('/', '.');
    return operation.op === 'remove' ? t('{{field}} removed', { field }) : `${field}: ${shown(valueOf(operation))}`;
  });
  return t('Change the Route {{name}}: {{changes}}', { name, changes: parts.join('; ') });
}

/** What a patch of a template's spec changes. */
function specPatchText(t: Text, patch: readonly PatchOperation[], name: string): string {
  const parts = changesOf(patch).map((operation) => {
    const field = operation.path.replace(/^\/spec\/template\/spec\//, '');
    if (operation.op === 'remove') return t('{{field}} removed', { field });
    if (!field.endsWith('/ports')) return `${field}: ${shown(valueOf(operation))}`;
    return `ports: ${(valueOf(operation) as OpenPort[]).map(({ port, protocol }) => `${port}/${protocol ?? 'TCP'}`).join(', ')}`;
  });
  return t('Change the template of {{name}}: {{changes}}', { name, changes: parts.join('; ') });
}

function patchText(t: Text, patch: readonly PatchOperation[], kind: string, name: string): string {
  if (kind === 'Service') return servicePatchText(t, patch, name);
  if (kind === 'Route') return routePatchText(t, patch, name);
  if (changesOf(patch).some(({ path }) => path.startsWith('/spec/template/spec/')))
    return specPatchText(t, patch, name);
  const { set, removed } = patchedLabels(patch);
  switch (kind) {
    case 'VirtualMachine':
      if (set === '') return t('Remove the label {{labels}} from the template of {{name}}', { labels: removed, name });
      return removed === ''
        ? t('Change the label {{labels}} in the template of {{name}}', { labels: set, name })
        : t('Change the label {{labels}} in the template of {{name}}, and remove {{removed}}', {
            labels: set,
            name,
            removed,
          });
    case 'Pod':
      if (set === '') return t('Remove the label {{labels}} from the running pod {{name}}', { labels: removed, name });
      return removed === ''
        ? t('Change the label {{labels}} on the running pod {{name}}', { labels: set, name })
        : t('Change the label {{labels}} on the running pod {{name}}, and remove {{removed}}', {
            labels: set,
            name,
            removed,
          });
    default:
      if (set === '')
        return t('Remove the label {{labels}} from the running instance of {{name}}', { labels: removed, name });
      return removed === ''
        ? t('Change the label {{labels}} on the running instance of {{name}}', { labels: set, name })
        : t('Change the label {{labels}} on the running instance of {{name}}, and remove {{removed}}', {
            labels: set,
            name,
            removed,
          });
  }
}

function awaitText(t: Text, { condition }: Extract<Step, { kind: 'await' }>): string {
  switch (condition.until) {
    case 'vmi-renewed':
      return Object.keys(condition.labels).length > 0
        ? t('Wait until {{vmName}} runs again with the label', { vmName: condition.vmName })
        : t('Wait until {{vmName}} runs again', { vmName: condition.vmName });
    case 'labels-hold':
      return t('Watch for {{seconds}} seconds that nothing takes the label away', { seconds: condition.forSeconds });
    case 'route-admitted':
      return t('Wait until a router takes the Route {{name}}', { name: condition.routeName });
    case 'endpoint-ready':
      return t('Wait until the Service {{service}} has a ready endpoint that is {{vmName}}', {
        service: condition.serviceName,
        vmName: condition.vmName,
      });
  }
}
