import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { Warning } from '../../../domain/diagnosis/rules/loadBalancerRules';
import type { SentencesOf } from './sentence';

const warningText = (warning: Warning | undefined): string =>
  [warning?.reason, warning?.message].filter(Boolean).join(': ');

/** Load balancer. */
export const LOAD_BALANCER_SENTENCES = {
  L1: {
    says: (t, { facts: { warning, isNew } }) => {
      if (isNew) return t('The load balancer has no address yet; the Service is less than a minute old.');
      return warning
        ? t(
            'The load balancer has no address. Its provider says: {{actual}}. Inside the cluster, and by its node ports, the Service can be reached.',
            { actual: warningText(warning) },
          )
        : t(
            'The load balancer has no address, and nothing tells of a provider: perhaps there is none, its pool is empty, or it announces no addresses. Inside the cluster, and by its node ports, the Service can be reached.',
          );
    },
    shows: ({ warning }) => ({ actual: warningText(warning) }),
  },
  L2: {
    says: (t, { facts }) =>
      t('The address of the load balancer is the name {{actual}}; it may take a while until DNS knows it everywhere.', {
        actual: facts.hostnames.join(', '),
      }),
    shows: ({ hostnames }) => ({ actual: hostnames.join(', ') }),
  },
  L3: {
    says: (t, { facts: { node } }) =>
      node
        ? t(
            'Only the node of the virtual machine ({{needed}}) answers from outside (externalTrafficPolicy: Local). That changes when it migrates.',
            { needed: node },
          )
        : t('Only the node that the virtual machine is on answers from outside (externalTrafficPolicy: Local).'),
    shows: ({ node }) => ({ actual: 'Local', needed: node }),
  },
  L4: {
    says: (t, { facts }) =>
      t('The load balancer lets in clients of {{actual}} only.', { actual: facts.ranges.join(', ') }),
    shows: ({ ranges }) => ({ actual: ranges.join(', ') }),
  },
  L5: {
    says: (t, { facts }) =>
      t(
        'The load balancer class {{actual}} is asked for. If no controller of the cluster knows it, no address ever comes.',
        { actual: facts.loadBalancerClass },
      ),
    shows: ({ loadBalancerClass }) => ({ actual: loadBalancerClass }),
  },
} satisfies SentencesOf<CodeOf<'loadBalancer'>>;
