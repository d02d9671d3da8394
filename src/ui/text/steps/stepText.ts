import type { OpenPort } from '../../../domain/k8s/specChange';
import type { ServicePorts } from '../../../domain/service/servicePorts';
import { portTexts } from '../../../domain/service/servicePort';
import type {
  Changed,
  ChangedOwners,
  ChangedService,
  ChangedTemplate,
  ObjectChange,
  TemplateField,
} from '../../../domain/steps/objectChange';
import { targetOf, type Condition, type Step } from '../../../domain/steps/step';
import type { Text } from '../../useText';
import { labelStepText } from './labelStepText';
import { ABSENT, changeText } from './changeText';

/**
 * What a step does, as one sentence that begins with its verb; a patch names the old value of everything it changes.
 * @returns the sentence, such as `Create Service web`
 */
export function stepText(t: Text, step: Step): string {
  const { kind, name } = targetOf(step);
  switch (step.kind) {
    case 'create':
      return t('Create {{kind}} {{name}}', { kind, name });
    case 'delete':
      if (kind === 'Pod') return t('Force stop pod {{name}}', { name });
      return step.why === 'replaced'
        ? t('Delete Service {{name}} to create it again', { name })
        : t('Delete {{kind}} {{name}}', { kind, name });
    case 'start':
      return t('Start {{name}}', { name });
    case 'unpause':
      return t('Unpause {{name}}', { name });
    case 'restart':
      return t('Restart {{name}}', { name });
    case 'patch':
      return patchText(t, step.change, name);
    case 'await':
      return awaitText(t, step.condition);
  }
}

/**
 * What a run waits for, as a sentence for the time while it waits.
 * @returns the sentence, such as `Waiting for web to start`
 */
export function waitingText(t: Text, condition: Condition): string {
  switch (condition.until) {
    case 'vmi-renewed':
      return t('Waiting for {{vmName}} to start', { vmName: condition.vmName });
    case 'labels-hold':
      return t('Checking for {{seconds}} seconds that the label is not reverted', { seconds: condition.forSeconds });
    case 'route-admitted':
      return t('Waiting for a router to admit Route {{name}}', { name: condition.routeName });
    case 'endpoint-ready':
      return t('Waiting until Service {{service}} has a ready endpoint for {{vmName}}', {
        service: condition.serviceName,
        vmName: condition.vmName,
      });
  }
}

function awaitText(t: Text, condition: Condition): string {
  switch (condition.until) {
    case 'vmi-renewed':
      return t('Wait for {{vmName}} to start', { vmName: condition.vmName });
    case 'labels-hold':
      return t('Check for {{seconds}} seconds that the label is not reverted', { seconds: condition.forSeconds });
    case 'route-admitted':
      return t('Wait for a router to admit Route {{name}}', { name: condition.routeName });
    case 'endpoint-ready':
      return t('Wait until Service {{service}} has a ready endpoint for {{vmName}}', {
        service: condition.serviceName,
        vmName: condition.vmName,
      });
  }
}

function patchText(t: Text, change: ObjectChange, name: string): string {
  switch (change.of) {
    case 'service':
      return serviceText(t, change, name);
    case 'owners':
      return ownersText(t, change, name);
    case 'route':
      return change.before === null
        ? t('Set the target port of Route {{name}} to {{after}}', { name, after: shown(change.after) })
        : t('Change the target port of Route {{name}} from {{before}} to {{after}}', {
            name,
            before: shown(change.before),
            after: shown(change.after),
          });
    case 'template':
      return templateText(t, change, name);
    case 'labels':
      return labelStepText(t, change, name);
  }
}

/** A value of a field as it stands in YAML, in one line; `–` for one that is not there. */
const shown = (value: unknown): string =>
  value === null ? ABSENT : typeof value === 'string' ? value : JSON.stringify(value);

const servicePortsText = (ports: unknown): string =>
  ports === null ? ABSENT : portTexts({ spec: { ports: ports as ServicePorts } }).join(', ') || ABSENT;

/** What a patch of a Service changes: its ports as `80/TCP → 8080`, all else as field and value. */
function serviceText(t: Text, { fields }: ChangedService, name: string): string {
  const [only, ...more] = fields;
  if (!only || more.length > 0) {
    const changes = fields.map((field) =>
      field.name === 'ports'
        ? changeText('ports', `[${servicePortsText(field.before)}]`, `[${servicePortsText(field.after)}]`)
        : changeText(field.name, shown(field.before), shown(field.after)),
    );
    return t('Change Service {{name}}: {{changes}}', { name, changes: changes.join('; ') });
  }
  if (only.name === 'ports')
    return t('Change the ports of Service {{name}} from {{before}} to {{after}}', {
      name,
      before: servicePortsText(only.before),
      after: servicePortsText(only.after),
    });
  const values = { name, field: only.name, before: shown(only.before), after: shown(only.after) };
  if (only.after === null) return t('Remove {{field}} ({{before}}) from Service {{name}}', values);
  return only.before === null
    ? t('Set {{field}} of Service {{name}} to {{after}}', values)
    : t('Change {{field}} of Service {{name}} from {{before}} to {{after}}', values);
}

interface Owner {
  readonly kind?: string;
  readonly name?: string;
  readonly uid?: string;
}
const ownersOf = (value: unknown): readonly Owner[] => (Array.isArray(value) ? (value as Owner[]) : []);
const ownersShown = (owners: readonly Owner[]): string =>
  owners.map(({ kind = '', name = '' }) => `${kind} ${name}`.trim()).join(', ') || ABSENT;
const without = (owners: readonly Owner[], others: readonly Owner[]): readonly Owner[] =>
  owners.filter(({ uid, name }) => !others.some((other) => other.uid === uid && other.name === name));

/** What a patch does about the owners, with which the Service is deleted. */
function ownersText(t: Text, change: ChangedOwners, name: string): string {
  const before = ownersOf(change.before);
  const after = ownersOf(change.after);
  const [added, removed] = [without(after, before), without(before, after)];
  if (removed.length === 0 && added.length > 0)
    return t('Add owner {{owners}} to Service {{name}}', { name, owners: ownersShown(added) });
  if (added.length === 0 && removed.length > 0)
    return t('Remove owner {{owners}} from Service {{name}}', { name, owners: ownersShown(removed) });
  return t('Change the owner of Service {{name}} from {{before}} to {{after}}', {
    name,
    before: ownersShown(before),
    after: ownersShown(after),
  });
}

const openPorts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? (value as OpenPort[]).map(({ port, protocol }) => `${port}/${protocol ?? 'TCP'}`) : [];

/** A field of the template's spec as a person may find it, and its values. */
function templateValues(field: TemplateField, { before, after }: Changed) {
  const isPorts = field.name === 'ports';
  const valueOf = (value: unknown) => (isPorts && value !== null ? openPorts(value).join(', ') || '[]' : shown(value));
  return {
    field: 'interface' in field ? `interfaces[${field.interface}].${field.name}` : field.name,
    before: valueOf(before),
    after: valueOf(after),
  };
}

/** What a patch of a template's spec changes. */
function templateText(t: Text, { fields }: ChangedTemplate, name: string): string {
  const [only, ...more] = fields;
  if (!only || more.length > 0) {
    const changes = fields.map(({ field, ...changed }) => {
      const values = templateValues(field, changed);
      return changeText(values.field, values.before, values.after);
    });
    return t('Change the template of {{name}}: {{changes}}', { name, changes: changes.join('; ') });
  }
  const allowed = openPorts(only.after).filter((port) => !openPorts(only.before).includes(port));
  const isOnlyMore = openPorts(only.before).every((port) => openPorts(only.after).includes(port));
  if (only.field.name === 'ports' && allowed.length > 0 && isOnlyMore && openPorts(only.before).length > 0)
    return t('Allow {{ports}} on network interface {{interface}} in the template of {{name}}', {
      name,
      ports: allowed.join(', '),
      interface: 'interface' in only.field ? only.field.interface : '',
    });
  const values = { name, ...templateValues(only.field, only) };
  if (only.after === null) return t('Remove {{field}} ({{before}}) from the template of {{name}}', values);
  return only.before === null
    ? t('Set {{field}} to {{after}} in the template of {{name}}', values)
    : t('Change {{field}} from {{before}} to {{after}} in the template of {{name}}', values);
}
