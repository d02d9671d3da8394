import type { Route } from '../k8s/objects';
import { liveVmi, type SeenVm } from '../k8s/seen';
import type { Right, Rights } from '../k8s/rights';
import { createdKind, type CreatedObject, type Step } from './step';

/** One rule of a SelfSubjectRulesReview's `.status.resourceRules` (authorization.k8s.io/v1). */
export interface ResourceRule {
  readonly verbs: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
}

/** What is asked of the API server for each right; `subresource` as in an access review. */
export interface AccessAttributes {
  readonly group: string;
  readonly resource: string;
  readonly subresource?: string;
  readonly verb: string;
}

/**
 * Restarting is an update of a subresource in its own API group (kubevirt RBAC,
 * pkg/virt-operator/resource/generate/rbac).
 */
export const ACCESS_OF: Readonly<Record<Right, AccessAttributes>> = {
  patchVm: { group: 'kubevirt.io', resource: 'virtualmachines', verb: 'patch' },
  patchVmi: { group: 'kubevirt.io', resource: 'virtualmachineinstances', verb: 'patch' },
  patchPod: { group: '', resource: 'pods', verb: 'patch' },
  deletePod: { group: '', resource: 'pods', verb: 'delete' },
  startVm: { group: 'subresources.kubevirt.io', resource: 'virtualmachines', subresource: 'start', verb: 'update' },
  unpauseVmi: {
    group: 'subresources.kubevirt.io',
    resource: 'virtualmachineinstances',
    subresource: 'unpause',
    verb: 'update',
  },
  restartVm: { group: 'subresources.kubevirt.io', resource: 'virtualmachines', subresource: 'restart', verb: 'update' },
  createService: { group: '', resource: 'services', verb: 'create' },
  patchService: { group: '', resource: 'services', verb: 'patch' },
  deleteService: { group: '', resource: 'services', verb: 'delete' },
  // of the cluster, not of the namespace; a rules review shows them all the same
  readNetwork: { group: 'config.openshift.io', resource: 'networks', verb: 'get' },
  readServiceCidrs: { group: 'networking.k8s.io', resource: 'servicecidrs', verb: 'list' },
  createPolicy: { group: 'networking.k8s.io', resource: 'networkpolicies', verb: 'create' },
  createRoute: { group: 'route.openshift.io', resource: 'routes', verb: 'create' },
  patchRoute: { group: 'route.openshift.io', resource: 'routes', verb: 'patch' },
  deleteRoute: { group: 'route.openshift.io', resource: 'routes', verb: 'delete' },
  // setting a custom host needs a separate right (openshift/api, route admission)
  setRouteHost: { group: 'route.openshift.io', resource: 'routes', subresource: 'custom-host', verb: 'create' },
  createJob: { group: 'batch', resource: 'jobs', verb: 'create' },
  deleteJob: { group: 'batch', resource: 'jobs', verb: 'delete' },
  readPodLog: { group: '', resource: 'pods', subresource: 'log', verb: 'get' },
};

export const RIGHTS = Object.keys(ACCESS_OF) as Right[];

/** True when one of the rules grants the access for every object of the namespace. */
export function isGranted(
  { group, resource, subresource, verb }: AccessAttributes,
  rules: readonly ResourceRule[],
): boolean {
  const full = subresource ? `${resource}/${subresource}` : resource;
  const has = (list: readonly string[] | undefined, ...wanted: string[]) =>
    (list ?? []).some((entry) => entry === '*' || wanted.includes(entry));
  return rules.some(
    (rule) =>
      has(rule.verbs, verb) &&
      has(rule.apiGroups, group) &&
      has(rule.resources, full, ...(subresource ? [`*/${subresource}`] : [])) &&
      (rule.resourceNames ?? []).length === 0,
  );
}

/** The rights that a rules review shows; where it is incomplete, a missing one has to be asked for singly. */
export const rightsFrom = (rules: readonly ResourceRule[]): Rights =>
  Object.fromEntries(RIGHTS.map((right) => [right, isGranted(ACCESS_OF[right], rules)])) as Record<Right, boolean>;

/** Labels can be made effective without a restart only by who may patch all three layers. */
export const mayLabelLive = (rights: Rights): boolean => rights.patchVm && rights.patchVmi && rights.patchPod;

/**
 * True when the user lacks a permission that every way of exposing VMs takes, and so prepares a request for an
 * administrator.
 * @param usesExistingService when VMs join a Service, their labels are changed instead of creating one
 */
export const canOnlyRequest = (rights: Rights, usesExistingService: boolean): boolean =>
  usesExistingService ? !rights.patchVm : !rights.createService;

/** What is possible for whoever carries a request out: all that changes VMs. */
export const rightsToPlan = (rights: Rights, isRequest: boolean): Rights =>
  isRequest ? { ...rights, patchVm: true, patchVmi: true, patchPod: true, restartVm: true, startVm: true } : rights;

/** True when a label can be made effective on these VMs now: all run, and the user may patch all three layers. */
export const canLabelLive = (rights: Rights, vms: readonly SeenVm[]): boolean =>
  mayLabelLive(rights) && vms.length > 0 && vms.every((vm) => liveVmi(vm) !== undefined);

const PATCH_RIGHTS: Readonly<Record<string, Right>> = {
  VirtualMachine: 'patchVm',
  VirtualMachineInstance: 'patchVmi',
  Pod: 'patchPod',
  Service: 'patchService',
  Route: 'patchRoute',
};
const DELETE_RIGHTS: Readonly<Record<string, Right>> = {
  Pod: 'deletePod',
  Service: 'deleteService',
  Route: 'deleteRoute',
  Job: 'deleteJob',
};

function rightsToCreate(object: CreatedObject): readonly Right[] {
  switch (createdKind(object)) {
    case 'Service':
      return ['createService'];
    case 'NetworkPolicy':
      return ['createPolicy'];
    case 'Job':
      return ['createJob'];
    case 'Route':
      return (object as Route).spec.host === undefined ? ['createRoute'] : ['createRoute', 'setRouteHost'];
  }
}

/** The rights that a step takes; none for steps that only look. */
export function rightsFor(step: Step): readonly Right[] {
  switch (step.kind) {
    case 'create':
      return rightsToCreate(step.object);
    case 'delete':
      return [DELETE_RIGHTS[step.target.kind] ?? 'deleteService'];
    case 'restart':
      return ['restartVm'];
    case 'start':
      return ['startVm'];
    case 'unpause':
      return ['unpauseVmi'];
    case 'patch': {
      const right = PATCH_RIGHTS[step.target.kind];
      return right ? [right] : [];
    }
    case 'await':
      return [];
  }
}

/** True when this user may do the step. */
export const mayDo = (step: Step, rights: Rights): boolean => rightsFor(step).every((right) => rights[right]);
