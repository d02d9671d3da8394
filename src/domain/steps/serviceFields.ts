import { nameOf, type Service } from '../k8s/objects';
import { patchStep } from './patchStep';
import type { Step } from './step';

/** Fields of a Service's `.spec` by name; null stands for one that is not there. */
export type ServiceFields = Readonly<Record<string, unknown>>;

/** What a field of a Service's `.spec` holds now; null where there is none. */
export const fieldOf = (found: Service, field: string): unknown =>
  (found.spec as Record<string, unknown> | undefined)?.[field] ?? null;

/**
 * The guarded patch that changes fields of a Service; it fails when someone else has changed them since they were read.
 */
export const patchService = (found: Service, fields: ServiceFields, id = `service-change/${nameOf(found)}`): Step[] =>
  patchStep(id, 'Service', found, {
    of: 'service',
    fields: Object.entries(fields).map(([name, after]) => ({ name, before: fieldOf(found, name), after })),
  });

/** The fields of a Service as they are now, of those named. */
export const fieldsNow = (found: Service, names: readonly string[]): ServiceFields =>
  Object.fromEntries(names.map((name) => [name, fieldOf(found, name)]));

/** The Service after its fields were changed. */
export const withFields = (found: Service, fields: ServiceFields): Service => ({
  ...found,
  spec: { ...found.spec, ...fields },
});
