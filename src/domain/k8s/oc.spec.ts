import { oc, virtctl } from './oc';

const service = { kind: 'Service', namespace: 'prod2', name: 'backend' } as const;
const definition = { ...service, kind: 'NetworkAttachmentDefinition', name: 'a b' } as const;

it.each([
  [oc.get(service), 'oc get service backend -n prod2'],
  [oc.get(service, '-o', 'jsonpath={.spec.ports}'), "oc get service backend -n prod2 -o 'jsonpath={.spec.ports}'"],
  [oc.get(definition), "oc get network-attachment-definition 'a b' -n prod2"],
  [oc.describe(service), 'oc describe service backend -n prod2'],
  [oc.delete({ ...service, kind: 'Pod', name: 'x' }, '--grace-period=1'), 'oc delete pod x -n prod2 --grace-period=1'],
  [oc.list('services', 'prod2', '-o', 'wide'), 'oc get services -n prod2 -o wide'],
  [oc.listOfCluster('nodes'), 'oc get nodes'],
  [
    oc.patch(service, [{ op: 'remove', path: '/spec/type' }]),
    `oc patch service backend -n prod2 --type=json -p '[{"op":"remove","path":"/spec/type"}]'`,
  ],
  [virtctl(['restart'], { namespace: 'prod2', name: 'vm' }), 'virtctl restart vm -n prod2'],
  [virtctl(['unpause', 'vmi'], { namespace: 'prod2', name: 'vm' }), 'virtctl unpause vmi vm -n prod2'],
])('%s', (command, expected) => expect(command).toBe(expected));
