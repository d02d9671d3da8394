import { shellWords } from '../../k8s/shellQuote';
import type { Rule } from '../rule';

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
    command: () => shellWords('oc', 'get', 'adminnetworkpolicies,baselineadminnetworkpolicies'),
  },
  {
    // what the client's own side lets out is not seen from here
    code: 'K3',
    grade: 'caveat',
    hop: 'client',
    concerns: ({ service }) => service.spec?.type !== 'ExternalName',
    detect: () => 'not-checked',
    command: ({ service }) =>
      shellWords(
        'oc',
        'get',
        'networkpolicies,egressfirewalls',
        '--all-namespaces',
        '--field-selector',
        `metadata.namespace!=${service.metadata?.namespace ?? ''}`,
      ),
  },
];
