import type { Service } from '../k8s/objects';
import { createdKind, targetOf, type CreatedObject, type Step } from './step';

type CreateStep = Extract<Step, { kind: 'create' }>;
type DeleteStep = Extract<Step, { kind: 'delete' }>;

/** What the API server could not show about a create that it accepted in a dry run. */
export type Unshown =
  /** it was asked under another name, because the step before frees the name */
  | { readonly of: 'name' }
  /** it was asked without these node ports, which the object before still holds */
  | { readonly of: 'node-ports'; readonly ports: readonly number[] }
  /** a dry run accepts an address that another Service has (seen on kube-apiserver 1.34) */
  | { readonly of: 'cluster-ip'; readonly address: string };

/** A create as it is asked about before anything is deleted. */
export interface Trial {
  readonly object: CreatedObject;
  readonly unshown: readonly Unshown[];
}

/** The API server cuts what it generates a name from, so it may be too long. */
const underAnotherName = ({ metadata, ...object }: CreatedObject): CreatedObject => {
  const { name = '', ...rest } = metadata ?? {};
  return { ...object, metadata: { ...rest, generateName: `${name}-` } };
};

function withoutNodePorts(object: CreatedObject, freed: readonly number[]): { object: CreatedObject; left: number[] } {
  const { spec = {} } = object as Service;
  const left: number[] = [];
  const isHeld = (port: number | undefined): boolean => {
    if (port === undefined || !freed.includes(port)) return false;
    left.push(port);
    return true;
  };
  const ports = spec.ports?.map(({ nodePort, ...port }) =>
    nodePort === undefined || isHeld(nodePort) ? port : { ...port, nodePort },
  );
  const { healthCheckNodePort, ...fields } = spec;
  return {
    object: {
      ...object,
      spec: {
        ...fields,
        ...(ports ? { ports } : {}),
        ...(healthCheckNodePort === undefined || isHeld(healthCheckNodePort) ? {} : { healthCheckNodePort }),
      },
    } as CreatedObject,
    left,
  };
}

/**
 * How the API server is asked about a create before the steps before it were done. A name that one of them frees is
 * still taken, and so are the node ports of what has it.
 */
export function trialOf(step: CreateStep, steps: readonly Step[]): Trial {
  const { kind, name } = targetOf(step);
  const before = steps.slice(0, Math.max(steps.indexOf(step), 0));
  const freeing = before.filter(
    (other): other is DeleteStep => other.kind === 'delete' && other.target.kind === kind && other.target.name === name,
  );
  if (freeing.length === 0) return { object: step.object, unshown: [] };
  const named = underAnotherName(step.object);
  if (createdKind(step.object) !== 'Service') return { object: named, unshown: [{ of: 'name' }] };
  const freed = freeing.flatMap(({ nodePorts = [] }) => nodePorts);
  const { object, left } = withoutNodePorts(named, freed);
  const address = (object as Service).spec?.clusterIP;
  return {
    object,
    unshown: [
      { of: 'name' },
      ...(left.length > 0 ? [{ of: 'node-ports' as const, ports: left }] : []),
      ...(address !== undefined && address !== 'None' ? [{ of: 'cluster-ip' as const, address }] : []),
    ],
  };
}

/** The creates that make up for a deletion: nothing is deleted before the API server accepts them. */
export const successorsOf = (step: DeleteStep, steps: readonly Step[]): CreateStep[] =>
  steps
    .slice(steps.indexOf(step) + 1)
    .filter((later): later is CreateStep => later.kind === 'create' && createdKind(later.object) === step.target.kind);

/**
 * The object with owners that do not wait for it when they are deleted in the foreground; undefined where none does.
 * Who may not set the finalizers of an owner may not have it wait either (OwnerReferencesPermissionEnforcement, which
 * OpenShift has on, answers 403), also where the reference is only copied.
 */
export function withoutWaitingOwners(object: CreatedObject): CreatedObject | undefined {
  const { metadata } = object as Service;
  const owners = metadata?.ownerReferences ?? [];
  if (!owners.some(({ blockOwnerDeletion }) => blockOwnerDeletion)) return undefined;
  const ownerReferences = owners.map((owner) => ({ ...owner, blockOwnerDeletion: false }));
  return { ...object, metadata: { ...metadata, ownerReferences } };
}
