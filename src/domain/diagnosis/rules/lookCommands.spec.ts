import { aReachedVm, aSituation } from '../../../../test/objects/diagnosis';
import * as commands from './lookCommands';

const situation = aSituation(aReachedVm());

it.each([
  [commands.showService('wide'), 'oc get service backend -n prod2 -o wide'],
  [commands.describeService, 'oc describe service backend -n prod2'],
  [commands.listServices, 'oc get services -n prod2'],
  [commands.showVmField('.spec'), "oc get virtualmachine backendvm -n prod2 -o 'jsonpath={.spec}'"],
  [commands.showVmiField('.spec'), "oc get virtualmachineinstance backendvm -n prod2 -o 'jsonpath={.spec}'"],
  [commands.showVmi('--show-labels'), 'oc get virtualmachineinstance backendvm -n prod2 --show-labels'],
  [commands.showPod('--show-labels'), 'oc get pod virt-launcher-backendvm-abcde -n prod2 --show-labels'],
  [commands.virtctl('unpause', 'vm'), 'virtctl unpause vm backendvm -n prod2'],
  [commands.showSlices(), 'oc get endpointslices -n prod2 -l kubernetes.io/service-name=backend -o yaml'],
  [
    commands.showSlices('k8s.ovn.org/service-name', 'wide'),
    'oc get endpointslices -n prod2 -l k8s.ovn.org/service-name=backend -o wide',
  ],
])('a command about a situation: %#', (command, expected) => expect(command(situation)).toBe(expected));
