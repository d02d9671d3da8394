import type { ServiceFacts } from '../../../domain/diagnosis/rules/serviceRules';
import type { SentencesOf } from './sentence';

const conditionText = ({ type, reason, message }: ServiceFacts['S19']): string =>
  [type, reason, message].filter(Boolean).join(': ');

/** The Service itself. */
export const SERVICE_SENTENCES = {
  S16: {
    says: (t, { facts }) =>
      facts.finalizers.length > 0
        ? t(
            'The Service is being deleted. It is gone, with its addresses, as soon as the finalizers {{actual}} are removed.',
            { actual: facts.finalizers.join(', ') },
          )
        : t('The Service is being deleted.'),
    shows: ({ finalizers }) => ({ actual: finalizers.join(', ') }),
  },
  S17: {
    says: (t, { facts }) =>
      t(
        'The Service is served only by the proxy {{actual}} (label service.kubernetes.io/service-proxy-name). The proxy of the cluster ignores it.',
        { actual: facts.proxy },
      ),
    shows: ({ proxy }) => ({ actual: proxy }),
  },
  S18: {
    says: (t, { facts: { node } }) =>
      node
        ? t(
            'Only clients on the node of the virtual machine ({{needed}}) reach it by the cluster IP (internalTrafficPolicy: Local). That changes when it migrates. Routes are not affected.',
            { needed: node },
          )
        : t(
            'Only clients on the node of the virtual machine reach it by the cluster IP (internalTrafficPolicy: Local). Routes are not affected.',
          ),
    shows: ({ node }) => ({ actual: 'Local', needed: node }),
  },
  S19: {
    says: (t, { facts }) =>
      t('A controller reports a problem with the Service: {{actual}}.', { actual: conditionText(facts) }),
    shows: (facts) => ({ actual: conditionText(facts) }),
  },
} satisfies SentencesOf<keyof ServiceFacts>;
