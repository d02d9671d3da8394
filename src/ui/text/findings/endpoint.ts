import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { EndpointFacts } from '../../../domain/diagnosis/rules/endpointRules';
import type { WordingOf } from './wording';

const missingText = ({ missing }: EndpointFacts['E3']): string =>
  missing.map(({ port, target }) => `${port} → ${target}`).join(', ');

/** Endpoints. */
export const ENDPOINT_WORDING = {
  E1: {
    title: (t) => t('Service has no endpoint for this VM'),
    says: (t, { facts: { pod, isFresh } }) =>
      isFresh
        ? t('Pod {{needed}} was just created. Its endpoint usually follows within seconds.', { needed: pod })
        : t(
            'The Service selects pod {{needed}}. Ask a cluster administrator to check the controllers of the cluster.',
            {
              needed: pod,
            },
          ),
    shows: ({ pod, isFresh }) => ({ actual: isFresh ? 'fresh' : '', needed: pod }),
  },
  E2: {
    title: (t) => t('Endpoint is not ready'),
    says: (t) => t('The Service sends traffic to ready endpoints only. Fix what keeps the pod from being ready.'),
    shows: () => ({ actual: 'false', needed: 'true' }),
  },
  E3: {
    title: (t) => t('Named target port not found'),
    says: (t, { facts }) =>
      facts.isHeadless
        ? t(
            'No container has a port with the name in {{needed}}. Clients can still connect to the port of the guest.',
            {
              needed: missingText(facts),
            },
          )
        : t('No container of the pod has a port with the name in {{needed}}. Use a number as the target port.', {
            needed: missingText(facts),
          }),
    fixLabel: (t) => t('Use a port number'),
    shows: (facts) => ({
      actual: facts.present.map(({ name, port = '' }) => `${name}:${port}`).join(', '),
      needed: missingText(facts),
    }),
  },
  E4: {
    title: (t) => t("Endpoint address is not this VM's"),
    says: (t, { facts: { foreign, own } }) =>
      t(
        'Traffic goes to {{actual}}, and the VM has {{needed}}. Delete the EndpointSlice if it is old or made by hand.',
        {
          actual: foreign.join(', '),
          needed: own.join(', '),
        },
      ),
    shows: ({ foreign, own }) => ({ actual: foreign.join(', '), needed: own.join(', ') }),
  },
  E5: {
    title: (t, { facts: { isFromAgent } }) =>
      isFromAgent ? t('Network interface has no IP address in the guest') : t('VM does not report its IP address'),
    says: (t, { facts: { isFromAgent } }) =>
      isFromAgent
        ? t(
            'The guest agent reports an interface without an address. Check in the guest that the interface is up and that DHCP works.',
          )
        : t('Services use the address of the pod, so traffic is not affected. Install the guest agent to see it.'),
  },
  E6: {
    title: (t) => t('No pod address for one IP family'),
    says: (t, { grade, facts: { podFamilies, missing } }) => {
      const values = { actual: podFamilies.join(', '), needed: missing.join(', ') };
      return grade === 'blocking'
        ? t(
            'The Service uses {{needed}}, and the pod has only {{actual}}. Create a Service that uses {{actual}}.',
            values,
          )
        : t('The pod has only {{actual}}, so the {{needed}} address of the Service does not answer.', values);
    },
    shows: ({ podFamilies, missing }) => ({ actual: podFamilies.join(', '), needed: missing.join(', ') }),
  },
  E7: {
    title: (t) => t('EndpointSlice is managed by hand'),
    says: (t, { object, facts: { managedBy } }) =>
      managedBy
        ? t(
            'EndpointSlice {{name}} belongs to {{actual}}, so Kubernetes does not update the VM address. Use a selector instead.',
            {
              name: object.names.join(', '),
              actual: managedBy,
            },
          )
        : t('EndpointSlice {{name}} is not updated when the address of the VM changes. Use a selector instead.', {
            name: object.names.join(', '),
          }),
    shows: ({ managedBy }) => ({ actual: managedBy, needed: 'endpointslice-controller.k8s.io' }),
  },
  E8: {
    title: (t) => t('EndpointSlice also has an unknown address'),
    says: (t, { object, facts }) =>
      t(
        'EndpointSlice {{name}} sends traffic to {{actual}}, which no selected pod has. If it is outdated, delete it.',
        {
          name: object.names.join(', '),
          actual: facts.addresses.join(', '),
        },
      ),
    shows: ({ addresses }) => ({ actual: addresses.join(', ') }),
  },
} satisfies WordingOf<CodeOf<'endpoint'>>;
