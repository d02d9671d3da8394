import { lookCommand } from './lookCommand';

it.each([
  ['Service', ['backend'], 'oc get service backend -n prod2 -o yaml'],
  ['NetworkPolicy', ['deny', 'allow'], 'oc get networkpolicy deny allow -n prod2 -o yaml'],
  ['Pod', ["a'; rm -rf /"], `oc get pod 'a'\\''; rm -rf /' -n prod2 -o yaml`],
  ['Service', [], 'oc get service -n prod2 -o yaml'],
])('of %s %s', (kind, names, expected) => expect(lookCommand(kind, names, 'prod2')).toBe(expected));
