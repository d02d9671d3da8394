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
      facts.isHeadless
        ? t(
            'The target port of {{needed}} is a name that no container of the pod has. DNS gives the address of the virtual machine all the same; clients connect to the port that the guest listens on.',
            { needed: missingText(facts) },
          )
        : t(
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
    says: (t, { facts: { isFromAgent } }) =>
      isFromAgent
        ? t(
            'The guest agent reports the network interface without an address. Check in the guest that the interface is up and that DHCP works.',
          )
        : t(
            'The virtual machine instance does not tell its address. Services go by the pod, so this alone is no fault.',
          ),
  },
  E6: {
    says: (t, { grade, facts: { podFamilies, missing } }) => {
      const values = { actual: podFamilies.join(', '), needed: missing.join(', ') };
      return grade === 'blocking'
        ? t('The Service has addresses of {{needed}} only, and the pod has only {{actual}}.', values)
        : t(
            'The Service also has an address of {{needed}}, under which nothing answers: the pod has only {{actual}}.',
            values,
          );
    },
    shows: ({ podFamilies, missing }) => ({ actual: podFamilies.join(', '), needed: missing.join(', ') }),
  },
  E7: {
    says: (t, { object, facts: { managedBy } }) =>
      managedBy
        ? t(
            'The EndpointSlice {{name}} is managed by {{actual}}. Kubernetes does not update it when the address of the virtual machine changes.',
            { name: object.names.join(', '), actual: managedBy },
          )
        : t(
            'The EndpointSlice {{name}} was made by hand. Nobody changes it when the address of the virtual machine changes.',
            { name: object.names.join(', ') },
          ),
    shows: ({ managedBy }) => ({ actual: managedBy, needed: 'endpointslice-controller.k8s.io' }),
  },
  E8: {
    says: (t, { object, facts }) =>
      t(
        'The EndpointSlice {{name}} also sends connections to {{actual}}, an address that no selected pod has. Delete the EndpointSlice, or the Endpoints that it is copied from, if it is not meant.',
        { name: object.names.join(', '), actual: facts.addresses.join(', ') },
      ),
    shows: ({ addresses }) => ({ actual: addresses.join(', ') }),
  },
} satisfies SentencesOf<CodeOf<'endpoint'>>;
