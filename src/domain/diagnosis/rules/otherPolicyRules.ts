import type { Rule } from '../rule';
import { namespaceOf } from '../../k8s/objects';
import { oc } from '../../k8s/oc';

/** Policies that the text of the namespace's own does not tell of. */
export const otherPolicyRules: readonly Rule[] = [
  {
    code: 'K2',
    grade: 'caveat',
    hop: 'Pod',
    reads: ['otherPolicies'],
    detect: ({ otherPolicies = [] }) => {
      const [first] = otherPolicies;
      return (
        first && {
          object: { kind: first.kind, name: otherPolicies.map(({ name }) => name).join(', ') },
          field: 'spec',
          actual: [...new Set(otherPolicies.map(({ kind }) => kind))].join(', '),
          needed: '',
        }
      );
    },
    command: () => oc.listOfCluster('adminnetworkpolicies,baselineadminnetworkpolicies'),
  },
  {
    // what the client's own side lets out is not seen from here
    code: 'K3',
    grade: 'caveat',
    hop: 'client',
    concerns: ({ service }) => service.spec?.type !== 'ExternalName',
    detect: () => 'not-checked',
    command: ({ service }) =>
      oc.listOfCluster(
        'networkpolicies,egressfirewalls',
        '--all-namespaces',
        '--field-selector',
        `metadata.namespace!=${namespaceOf(service)}`,
      ),
  },
];
