import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { LoadBalancerFacts, Warning } from '../../../domain/diagnosis/rules/loadBalancerRules';
import type { WordingOf } from './wording';

const warningText = (warning: Warning | undefined): string =>
  [warning?.reason, warning?.message].filter(Boolean).join(': ');

const failedPortsText = ({ ports }: LoadBalancerFacts['L6']): string =>
  ports.map(({ port, protocol, error }) => `${port}/${protocol}: ${error}`).join(', ');

/** Load balancer. */
export const LOAD_BALANCER_WORDING = {
  L1: {
    title: (t) => t('No external IP address yet'),
    says: (t, { facts: { warning, wereEventsRead, isNew, hasNodePorts } }) => {
      if (isNew) return t('The load balancer was requested less than a minute ago. Wait a moment.');
      const actual = warningText(warning);
      if (warning)
        return hasNodePorts
          ? t(
              'The load balancer provider reports "{{actual}}". Use the node ports, or connect from inside the cluster.',
              {
                actual,
              },
            )
          : t('The load balancer provider reports "{{actual}}". Connect from inside the cluster.', { actual });
      if (!wereEventsRead)
        return t(
          'The reason is not known, because the events of the Service were not read. Connect from inside the cluster.',
        );
      return hasNodePorts
        ? t('There might be no load balancer provider, or its address pool is empty. Until then, use the node ports.')
        : t('There might be no load balancer provider, or its address pool is empty. Connect from inside the cluster.');
    },
    shows: ({ warning }) => ({ actual: warningText(warning) }),
  },
  L2: {
    title: (t) => t('Load balancer name is not in DNS everywhere yet'),
    says: (t, { facts }) =>
      t('The external address is {{actual}}. If a client cannot resolve this name, try again later.', {
        actual: facts.hostnames.join(', '),
      }),
    shows: ({ hostnames }) => ({ actual: hostnames.join(', ') }),
  },
  L3: {
    title: (t, { facts }) => (facts.node === undefined ? t('Endpoint names no node') : t("Only the VM's node answers")),
    says: (t, { facts: { node } }) => {
      if (node === undefined)
        return t(
          'External traffic policy is Local, and without a node in the endpoint no node lets outside clients through.',
        );
      return node
        ? t('External traffic policy is Local: outside clients must use node {{needed}}, until the VM migrates.', {
            needed: node,
          })
        : t('External traffic policy is Local: outside clients must use the node that the VM runs on.');
    },
    shows: ({ node = '' }) => ({ actual: 'Local', needed: node }),
  },
  L4: {
    title: (t) => t('Load balancer limits clients'),
    says: (t, { facts }) =>
      t('Only clients from {{actual}} can connect. Add the range of your clients if it is missing.', {
        actual: facts.ranges.join(', '),
      }),
    shows: ({ ranges }) => ({ actual: ranges.join(', ') }),
  },
  L5: {
    title: (t) => t('Load balancer class might not exist'),
    says: (t, { facts }) =>
      t('If no provider handles class {{actual}}, the Service never gets an address. Ask a cluster administrator.', {
        actual: facts.loadBalancerClass,
      }),
    shows: ({ loadBalancerClass }) => ({ actual: loadBalancerClass }),
  },
  L6: {
    title: (t) => t('Load balancer does not serve every port'),
    says: (t, { facts }) =>
      t('The load balancer provider reports "{{actual}}". Create another Service for these ports.', {
        actual: failedPortsText(facts),
      }),
    shows: (facts) => ({ actual: failedPortsText(facts) }),
  },
  L7: {
    title: (t) => t('Service has no node ports'),
    says: (t) =>
      t(
        'Only a load balancer that sends traffic directly to pods can use this Service. For any other, allocate node ports.',
      ),
    shows: () => ({ actual: 'false' }),
  },
} satisfies WordingOf<CodeOf<'loadBalancer'>>;
