import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { RouteAdmissionFacts } from '../../../domain/diagnosis/rules/route/routeAdmissionRules';
import type { RouteTrafficFacts } from '../../../domain/diagnosis/rules/route/routeTrafficRules';
import type { SentencesOf } from './sentence';

const otherBackendsText = ({ others }: RouteTrafficFacts['R7']): string =>
  others.map(({ name, weight = 100 }) => `${name} (${weight})`).join(', ');

const refusalText = ({ reason, message }: RouteAdmissionFacts['R2']): string =>
  [reason, message].filter(Boolean).join(': ');

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
    says: (t, { object, facts }) => {
      const values = { name: object.names.join(', '), actual: refusalText(facts) };
      return facts.admittedBy.length === 0
        ? t('No router takes the Route {{name}}: {{actual}}.', values)
        : t('Router {{router}} rejected Route {{name}}: {{actual}}. It is served by {{needed}} only.', {
            ...values,
            router: facts.router ?? '',
            needed: facts.admittedBy.join(', '),
          });
    },
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
  R6: {
    says: (t, { object, facts: { ports } }) =>
      t('Route {{name}} names no port, so the router shares its requests among all ports of the Service: {{needed}}.', {
        name: object.names.join(', '),
        needed: ports.join(', '),
      }),
    shows: ({ ports }) => ({ needed: ports.join(', ') }),
  },
  R7: {
    says: (t, { object, facts }) => {
      const values = { name: object.names.join(', '), actual: otherBackendsText(facts) };
      return facts.others.length > 0
        ? t('Route {{name}} sends this Service no traffic: its weight is 0. All requests go to {{actual}}.', values)
        : t('Route {{name}} sends no traffic to any Service: all its weights are 0.', values);
    },
    shows: () => ({ actual: '0' }),
  },
  R8: {
    says: (t, { object, facts: { isNew } }) => {
      const values = { name: object.names.join(', ') };
      return isNew
        ? t('No router has admitted Route {{name}} yet. This can take a moment.', values)
        : t('No router has admitted Route {{name}}, so its host name is not served.', values);
    },
  },
  R9: {
    says: (t, { object }) =>
      t(
        "Route {{name}} re-encrypts without a destination CA certificate. The router then trusts only certificates of the cluster's service CA, which a guest usually does not have.",
        { name: object.names.join(', ') },
      ),
  },
  R10: {
    says: (t, { object, facts: { ranges } }) =>
      t('Route {{name}} allows only clients from {{actual}}.', { name: object.names.join(', '), actual: ranges }),
    shows: ({ annotation, ranges }) => ({ field: `metadata.annotations[${annotation}]`, actual: ranges }),
  },
  R11: {
    says: (t, { object }) =>
      t(
        'The router of Route {{name}} ignores the session affinity of the Service. It uses a cookie, or the client address where the guest ends TLS.',
        { name: object.names.join(', ') },
      ),
    shows: () => ({ actual: 'ClientIP' }),
  },
  R12: {
    says: (t, { object, facts: { ports } }) =>
      t('Route {{name}} sends requests to UDP port {{actual}}. The router forwards TCP only.', {
        name: object.names.join(', '),
        actual: ports.join(', '),
      }),
    shows: ({ ports }) => ({ actual: ports.join(', '), needed: 'TCP' }),
  },
} satisfies SentencesOf<CodeOf<'route'>>;
