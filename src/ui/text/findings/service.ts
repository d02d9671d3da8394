import type { ServiceFacts } from '../../../domain/diagnosis/rules/serviceRules';
import type { WordingOf } from './wording';

const conditionText = ({ type, reason, message }: ServiceFacts['S19']): string =>
  [type, reason, message].filter(Boolean).join(': ');

/** The Service itself. */
export const SERVICE_WORDING = {
  S16: {
    title: (t) => t('Service is being deleted'),
    says: (t, { facts }) =>
      facts.finalizers.length > 0
        ? t('The Service ends, with its addresses, when the finalizers {{actual}} are removed. Use another Service.', {
            actual: facts.finalizers.join(', '),
          })
        : t('The addresses of the Service stop working soon. Use another Service.'),
    shows: ({ finalizers }) => ({ actual: finalizers.join(', ') }),
  },
  S17: {
    title: (t) => t('Service uses its own proxy'),
    says: (t, { facts }) =>
      t(
        'Only the proxy {{actual}} serves the Service. To use the cluster proxy, remove the label service.kubernetes.io/service-proxy-name.',
        { actual: facts.proxy },
      ),
    shows: ({ proxy }) => ({ actual: proxy }),
  },
  S18: {
    title: (t, { facts }) =>
      facts.node === undefined ? t('Endpoint names no node') : t('Only clients on the same node can connect'),
    says: (t, { facts: { node } }) => {
      if (node === undefined)
        return t(
          'Internal traffic policy is Local, and without a node in the endpoint no node sends traffic to the VM.',
        );
      return node
        ? t(
            "Internal traffic policy is Local: the cluster IP works on the VM's node only ({{needed}}). Routes still work.",
            {
              needed: node,
            },
          )
        : t("Internal traffic policy is Local: the cluster IP works on the VM's node only. Routes still work.");
    },
    shows: ({ node = '' }) => ({ actual: 'Local', needed: node }),
  },
  S19: {
    title: (t) => t('Controller reports a problem with the Service'),
    says: (t, { facts }) =>
      t('The reported cause is "{{actual}}". Fix it, or ask a cluster administrator.', {
        actual: conditionText(facts),
      }),
    shows: (facts) => ({ actual: conditionText(facts) }),
  },
} satisfies WordingOf<keyof ServiceFacts>;
