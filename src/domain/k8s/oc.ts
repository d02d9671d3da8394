import type { PatchOperation } from './jsonPatch';
import type { Kind, ObjectRef } from './objects';
import { shellWords } from './shellQuote';

/** What a kind is called in a command. */
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

/**
 * A patch as `oc -p` reads it, which is as YAML: there, control characters are refused and two more characters are line
 * ends, though JSON lets all of them stand (seen with kubectl 1.34).
 */
const patchText = (patch: readonly PatchOperation[]): string =>
  JSON.stringify(patch).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const ofObject =
  (verb: 'get' | 'describe' | 'delete') =>
  ({ kind, namespace, name }: ObjectRef, ...options: readonly string[]): string =>
    shellWords('oc', verb, RESOURCES[kind], name, '-n', namespace, ...options);

/** Shell commands for `oc`, each word of them quoted. `options` follow as they are given. */
export const oc = {
  get: ofObject('get'),
  describe: ofObject('describe'),
  delete: ofObject('delete'),
  /** the objects of a namespace; `resources` as they are called in the API, such as `services` */
  list: (resources: string, namespace: string, ...options: readonly string[]): string =>
    shellWords('oc', 'get', resources, '-n', namespace, ...options),
  /** objects that are in no namespace */
  listOfCluster: (resources: string, ...options: readonly string[]): string =>
    shellWords('oc', 'get', resources, ...options),
  patch: ({ kind, namespace, name }: ObjectRef, patch: readonly PatchOperation[]): string =>
    shellWords('oc', 'patch', RESOURCES[kind], name, '-n', namespace, '--type=json', '-p', patchText(patch)),
} as const;

/** A shell command of `virtctl` on a VM or a VMI. */
export const virtctl = (words: readonly string[], { namespace, name }: Omit<ObjectRef, 'kind'>): string =>
  shellWords('virtctl', ...words, name, '-n', namespace);
