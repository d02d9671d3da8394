import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { LoadBalancerFacts, Warning } from '../../../domain/diagnosis/rules/loadBalancerRules';
import type { SentencesOf } from './sentence';

const warningText = (warning: Warning | undefined): string =>
  [warning?.reason, warning?.message].filter(Boolean).join(': ');

const failedPortsText = ({ ports }: LoadBalancerFacts['L6']): string =>
  ports.map(({ port, protocol, error }) => `${port}/${protocol}: ${error}`).join(', ');

/** Load balancer. */
export const LOAD_BALANCER_SENTENCES = {
  L1: {
    says: (t, { facts: { warning, wereEventsRead, isNew, hasNodePorts } }) => {
      if (isNew) return t('The load balancer has no address yet; it was asked for less than a minute ago.');
      const actual = warningText(warning);
      if (warning)
        return hasNodePorts
          ? t(
              'The load balancer has no address. Its provider says: {{actual}}. Inside the cluster, and by its node ports, the Service can be reached.',
              { actual },
            )
          : t(
              'The load balancer has no address. Its provider says: {{actual}}. Inside the cluster the Service can be reached.',
              { actual },
            );
      if (!wereEventsRead)
        return t(
          'No external IP address yet. The events of the Service were not read, so the reason is not known. Inside the cluster the Service can be reached.',
        );
      return hasNodePorts
        ? t(
            'The load balancer has no address, and nothing tells of a provider: perhaps there is none, its pool is empty, or it announces no addresses. Inside the cluster, and by its node ports, the Service can be reached.',
          )
        : t(
            'The load balancer has no address, and nothing tells of a provider: perhaps there is none, its pool is empty, or it announces no addresses. Inside the cluster the Service can be reached.',
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
  L6: {
    says: (t, { facts }) =>
      t('The load balancer does not serve every port: {{actual}}.', { actual: failedPortsText(facts) }),
    shows: (facts) => ({ actual: failedPortsText(facts) }),
  },
  L7: {
    says: (t) =>
      t(
        'The Service has no node ports (allocateLoadBalancerNodePorts: false). Only a load balancer that sends to pods directly can reach it.',
      ),
    shows: () => ({ actual: 'false' }),
  },
} satisfies SentencesOf<CodeOf<'loadBalancer'>>;
