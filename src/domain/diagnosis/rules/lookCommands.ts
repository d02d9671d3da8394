import { SLICE_SERVICE_KEY } from '../../k8s/labelKeys';
import { oc, virtctl as virtctlOn } from '../../k8s/oc';
import { nameOf, namespaceOf as namespaceOfObject, refOf } from '../../k8s/objects';
import { livePod } from '../../k8s/seen';
import type { Situation } from '../situation';

/** A shell command about a situation. */
export type Command = (situation: Situation) => string;

/** The namespace of the VM. */
export const namespaceOf = ({ vm }: Situation): string => namespaceOfObject(vm.vm);

/** `oc get` of the Service, as `-o` says it. */
export const showService =
  (output: string): Command =>
  ({ service }) =>
    oc.get(refOf('Service', service), '-o', output);
export const describeService: Command = ({ service }) => oc.describe(refOf('Service', service));
export const listServices: Command = (situation) => oc.list('services', namespaceOf(situation));

/** `oc get` of the VirtualMachine, of one field such as `.spec.template.spec.subdomain`. */
export const showVmField =
  (path: string): Command =>
  ({ vm }) =>
    oc.get(refOf('VirtualMachine', vm.vm), '-o', `jsonpath={${path}}`);
/** `oc get` of the VirtualMachineInstance, which has the VM's name. */
export const showVmi =
  (...options: readonly string[]): Command =>
  ({ vm }) =>
    oc.get(refOf('VirtualMachineInstance', vm.vm), ...options);
export const showVmiField = (path: string): Command => showVmi('-o', `jsonpath={${path}}`);
/** `oc get` of the pod that the guest runs in. */
export const showPod =
  (...options: readonly string[]): Command =>
  (situation) =>
    oc.get({ kind: 'Pod', namespace: namespaceOf(situation), name: nameOf(livePod(situation.vm) ?? {}) }, ...options);
/** `virtctl` with a verb and what stands before the VM's name. */
export const virtctl =
  (...words: readonly string[]): Command =>
  ({ vm }) =>
    virtctlOn(words, refOf('VirtualMachine', vm.vm));

/** The slices with a label that names the Service. */
export const showSlices =
  (label = SLICE_SERVICE_KEY, output = 'yaml'): Command =>
  ({ service }) =>
    oc.list('endpointslices', namespaceOfObject(service), '-l', `${label}=${nameOf(service)}`, '-o', output);
