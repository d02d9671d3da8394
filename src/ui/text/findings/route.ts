import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { RouteFacts } from '../../../domain/diagnosis/rules/routeRules';
import type { SentencesOf } from './sentence';

const refusalText = ({ reason, message }: RouteFacts['R2']): string => [reason, message].filter(Boolean).join(': ');

/** Route and Ingress. */
export const ROUTE_SENTENCES = {
  R1: {
    says: (t, { object, facts: { asked, available } }) =>
      t('{{kind}} {{name}} leads to the port {{actual}}, which the Service does not have. It has {{needed}}.', {
        kind: object.kind,
        name: object.names.join(', '),
        actual: asked,
        needed: available.join(', '),
      }),
    shows: ({ asked, available }) => ({ actual: String(asked), needed: available.join(', ') }),
  },
  R2: {
    says: (t, { object, facts }) =>
      t('No router takes the Route {{name}}: {{actual}}.', {
        name: object.names.join(', '),
        actual: refusalText(facts),
      }),
    shows: (facts) => ({ actual: refusalText(facts), needed: 'True' }),
  },
  R3: {
    says: (t, { object, facts }) =>
      t(
        'The Route {{name}} leads to the port {{actual}}, which usually speaks neither HTTP nor TLS with a host name. A load balancer or a node port passes everything on.',
        { name: object.names.join(', '), actual: facts.port },
      ),
    shows: ({ port }) => ({ actual: String(port), needed: 'LoadBalancer, NodePort' }),
  },
  R4: {
    says: (t, { object, facts: { termination = 'none', port } }) =>
      t('The Route {{name}} ends TLS so: {{actual}}. At the port {{needed}} something else is usual.', {
        name: object.names.join(', '),
        actual: termination,
        needed: port,
      }),
    shows: ({ termination = 'none', port }) => ({ actual: termination, needed: String(port) }),
  },
  R5: {
    says: (t, { object, facts }) => {
      const values = { kind: object.kind, name: object.names.join(', ') };
      return facts.service === 'alias'
        ? t('{{kind}} {{name}} leads to an alias of an outside name, which the router may not follow.', values)
        : t(
            '{{kind}} {{name}} leads to a headless Service; the router goes to the pods directly, not by its names.',
            values,
          );
    },
    shows: ({ service }) => ({ actual: service === 'alias' ? 'ExternalName' : 'headless', needed: 'ClusterIP' }),
  },
} satisfies SentencesOf<CodeOf<'route'>>;
