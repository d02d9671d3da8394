import {
  VM,
  TIER,
  patch,
  label,
  podPath,
  labelTemplate,
  ofTemplate,
  REACHES,
  DOES_NOT,
  testScenarios,
} from './faultScenario';
import { paths } from '../local-cluster/localCluster';
import { makeSpecialVm } from '../local-cluster/specialVms';

/** Faults between the Service's selector and the labels of template, instance and pod. */
testScenarios([
  {
    code: 'S1',
    what: 'a Service without selector and endpoints',
    service: { selector: null },
    metadata: { annotations: { 'expose-vm/vms': VM } },
    before: DOES_NOT,
    after: REACHES,
  },
  {
    code: 'S3',
    what: 'a label that no layer has',
    vm: { templateLabels: { tier: 'frontend' } },
    metadata: { annotations: { 'expose-vm/vms': VM } },
    before: DOES_NOT,
    after: REACHES,
  },
  {
    code: 'S4',
    what: 'a label that waits for a restart',
    make: async (namespace) => void (await labelTemplate(namespace)),
    before: DOES_NOT,
    after: REACHES,
  },
  {
    code: 'S5',
    what: 'a label on the VirtualMachine object only',
    vm: { labels: TIER },
    before: DOES_NOT,
    after: REACHES,
  },
  {
    code: 'S6',
    what: 'a label on the instance, not on the pod',
    make: async (namespace) => void (await label(paths.vmi(namespace, VM))),
    before: DOES_NOT,
    after: REACHES,
  },
  {
    code: 'S7',
    what: 'a label that the template lacks',
    before: REACHES,
    after: REACHES,
    make: async (namespace) => {
      await label(paths.vmi(namespace, VM));
      await label(await podPath(namespace));
    },
  },
  {
    code: 'S8',
    what: 'a label that the instance lacks',
    before: REACHES,
    after: REACHES,
    make: async (namespace) => {
      await labelTemplate(namespace);
      await label(await podPath(namespace));
    },
  },
  {
    code: 'S9',
    what: "the VM's name where the pod has its hostname",
    vm: { hostname: 'guest' },
    service: { selector: { 'vm.kubevirt.io/name': VM } },
    before: DOES_NOT,
    after: REACHES,
  },
  {
    code: 'S10',
    what: 'the id on a pod that was made before there was one',
    service: { selector: { 'vmi.kubevirt.io/id': VM } },
    before: DOES_NOT,
    after: REACHES,
    make: async (namespace) =>
      void (await patch(await podPath(namespace), { op: 'remove', path: '/metadata/labels/vmi.kubevirt.io~1id' })),
  },
  {
    code: 'S11',
    what: 'a label that changes by itself',
    vm: { templateLabels: { 'kubevirt.io/size': 'small' } },
    service: { selector: { 'kubevirt.io/size': 'small' } },
    before: REACHES,
    after: REACHES,
  },
  {
    code: 'S12',
    what: 'a clone behind the same Service',
    vm: ofTemplate,
    make: async (namespace) => void (await makeSpecialVm(namespace, 'clone', ofTemplate)),
    before: REACHES,
  },
]);
