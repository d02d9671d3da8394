import type { ServicePorts } from '../../domain/service/servicePorts';
import { selectorText } from '../../domain/labels/selector';
import { portTexts } from '../../domain/service/servicePort';
import { pathInTemplate } from '../../domain/steps/jsonPatchOf';
import type { ChangedLabels, ChangedService, ChangedTemplate, ObjectChange } from '../../domain/steps/objectChange';
import { targetOf, type Step } from '../../domain/steps/step';
import type { OpenPort } from '../../domain/k8s/specChange';
import type { Text } from '../useText';

/** The `key=value` that a label patch sets, and the keys that it removes. */
function labelTexts({ labels, missing }: ChangedLabels): { readonly set: string; readonly removed: string } {
  const set = labels.flatMap(({ key, after }) => (after === null ? [] : [selectorText({ [key]: after })]));
  const removed = labels.flatMap(({ key, after }) => (after === null ? [key] : []));
  return { set: set.join(missing ? ',' : ', '), removed: removed.join(', ') };
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
      return patchText(t, step.change, name);
    case 'await':
      return awaitText(t, step);
  }
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const fieldText = (t: Text, field: string, after: unknown, textOf = shown): string =>
  after === null ? t('{{field}} removed', { field }) : `${field}: ${textOf(after)}`;

const servicePortsText = (ports: unknown): string => portTexts({ spec: { ports: ports as ServicePorts } }).join(', ');

/** What a patch of a Service changes: its ports as `80/TCP → 8080`, all else as field and value. */
function serviceText(t: Text, { fields }: ChangedService, name: string): string {
  const [only, ...more] = fields;
  if (only?.name === 'ports' && more.length === 0)
    return t('Change the ports of the Service {{name}} to {{ports}}', { name, ports: servicePortsText(only.after) });
  const parts = fields.map((field) =>
    fieldText(t, field.name, field.after, field.name === 'ports' ? servicePortsText : shown),
  );
  return t('Change the Service {{name}}: {{changes}}', { name, changes: parts.join('; ') });
}

const openPortsText = (ports: unknown): string =>
  (ports as OpenPort[]).map(({ port, protocol }) => `${port}/${protocol ?? 'TCP'}`).join(', ');

/** What a patch of a template's spec changes. */
function templateText(t: Text, { fields }: ChangedTemplate, name: string): string {
  const parts = fields.map(({ field, after }) =>
    field.name === 'ports' && after !== null
      ? fieldText(t, 'ports', after, openPortsText)
      : fieldText(t, pathInTemplate(field).join('/'), after),
  );
  return t('Change the template of {{name}}: {{changes}}', { name, changes: parts.join('; ') });
}

function patchText(t: Text, change: ObjectChange, name: string): string {
  switch (change.of) {
    case 'service':
      return serviceText(t, change, name);
    case 'owners':
      return t('Change the Service {{name}}: {{changes}}', {
        name,
        changes: fieldText(t, '/metadata/ownerReferences', change.after),
      });
    case 'route':
      return t('Change the Route {{name}}: {{changes}}', {
        name,
        changes: fieldText(t, 'port.targetPort', change.after),
      });
    case 'template':
      return templateText(t, change, name);
    case 'labels':
      return labelsText(t, change, name);
  }
}

function labelsText(t: Text, change: ChangedLabels, name: string): string {
  const { set, removed } = labelTexts(change);
  switch (change.layer) {
    case 'template':
      if (set === '') return t('Remove the label {{labels}} from the template of {{name}}', { labels: removed, name });
      return removed === ''
        ? t('Set label {{labels}} in the template of {{name}}', { labels: set, name })
        : t('Set label {{labels}} in the template of {{name}}, and remove {{removed}}', {
            labels: set,
            name,
            removed,
          });
    case 'pod':
      if (set === '') return t('Remove the label {{labels}} from the running pod {{name}}', { labels: removed, name });
      return removed === ''
        ? t('Change the label {{labels}} on the running pod {{name}}', { labels: set, name })
        : t('Change the label {{labels}} on the running pod {{name}}, and remove {{removed}}', {
            labels: set,
            name,
            removed,
          });
    case 'vmi':
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
      return t('Check for {{seconds}} seconds that the label is not reverted', { seconds: condition.forSeconds });
    case 'route-admitted':
      return t('Wait until a router takes the Route {{name}}', { name: condition.routeName });
    case 'endpoint-ready':
      return t('Wait until Service {{service}} has a ready endpoint for {{vmName}}', {
        service: condition.serviceName,
        vmName: condition.vmName,
      });
  }
}
