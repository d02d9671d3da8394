import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { EndpointFacts } from '../../../domain/diagnosis/rules/endpointRules';
import type { SentencesOf } from './sentence';

const missingText = ({ missing }: EndpointFacts['E3']): string =>
  missing.map(({ port, target }) => `${port} → ${target}`).join(', ');

/** Endpoints. */
export const ENDPOINT_SENTENCES = {
  E1: {
    says: (t, { facts: { pod, isFresh } }) =>
      isFresh
        ? t('The Service selects the pod {{needed}}, which is seconds old; its endpoint is on the way.', {
            needed: pod,
          })
        : t(
            'The Service selects the pod {{needed}} but has no endpoint for it: the controllers of the cluster have not made one.',
            { needed: pod },
          ),
    shows: ({ pod, isFresh }) => ({ actual: isFresh ? 'fresh' : '', needed: pod }),
  },
  E2: {
    says: (t) => t('The endpoint is there but not ready.'),
    shows: () => ({ actual: 'false', needed: 'true' }),
  },
  E3: {
    says: (t, { facts }) =>
      t(
        'The endpoint lacks the port {{needed}}: a target port that is a name is found only where a container of the pod has a port of that name. A number always works.',
        { needed: missingText(facts) },
      ),
    shows: (facts) => ({
      actual: facts.present.map(({ name, port = '' }) => `${name}:${port}`).join(', '),
      needed: missingText(facts),
    }),
  },
  E4: {
    says: (t, { facts: { foreign, own } }) =>
      t("The endpoint's address {{actual}} is not this virtual machine's, which has {{needed}}.", {
        actual: foreign.join(', '),
        needed: own.join(', '),
      }),
    shows: ({ foreign, own }) => ({ actual: foreign.join(', '), needed: own.join(', ') }),
  },
  E5: {
    says: (t) =>
      t('The virtual machine instance does not tell its address. Services go by the pod, so this alone is no fault.'),
  },
  E6: {
    says: (t, { grade, facts: { podFamilies, missing } }) => {
      const values = { actual: podFamilies.join(', '), needed: missing.join(', ') };
      return grade === 'blocks'
        ? t('The Service has addresses of {{needed}} only, and the pod has only {{actual}}.', values)
        : t(
            'The Service also has an address of {{needed}}, under which nothing answers: the pod has only {{actual}}.',
            values,
          );
    },
    shows: ({ podFamilies, missing }) => ({ actual: podFamilies.join(', '), needed: missing.join(', ') }),
  },
  E7: {
    says: (t, { object }) =>
      t(
        'The EndpointSlice {{name}} was made by hand. Nobody changes it when the address of the virtual machine changes.',
        { name: object.names.join(', ') },
      ),
    shows: ({ managedBy }) => ({ actual: managedBy, needed: 'endpointslice-controller.k8s.io' }),
  },
} satisfies SentencesOf<CodeOf<'endpoint'>>;
