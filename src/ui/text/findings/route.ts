import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { RouteAdmissionFacts } from '../../../domain/diagnosis/rules/route/routeAdmissionRules';
import type { RouteTrafficFacts } from '../../../domain/diagnosis/rules/route/routeTrafficRules';
import type { Step } from '../../../domain/steps/step';
import type { Text } from '../../useText';
import type { WordingOf } from './wording';

const otherBackendsText = ({ others }: RouteTrafficFacts['R7']): string =>
  others.map(({ name, weight = 100 }) => `${name} (${weight})`).join(', ');

const refusalText = ({ reason, message }: RouteAdmissionFacts['R2']): string =>
  [reason, message].filter(Boolean).join(': ');

/** Names the port that the Route gets. */
const usePort = (t: Text, _: unknown, steps: readonly Step[]): string => {
  const [after] = steps.flatMap((step) =>
    step.kind === 'patch' && step.change.of === 'route' ? String(step.change.after) : [],
  );
  return after === undefined ? t('Set the port of the Route') : t('Use port {{needed}}', { needed: after });
};

/** Route and Ingress. */
export const ROUTE_WORDING = {
  R1: {
    title: (t, { object }) =>
      object.kind === 'Ingress'
        ? t('Ingress uses a port that the Service does not have')
        : t('Route uses a port that the Service does not have'),
    says: (t, { object, facts: { asked, available } }) =>
      t('{{kind}} {{name}} uses {{actual}}. Use a port of the Service instead: {{needed}}.', {
        kind: object.kind,
        name: object.names.join(', '),
        actual: asked,
        needed: available.join(', '),
      }),
    fixLabel: usePort,
    shows: ({ asked, available }) => ({ actual: String(asked), needed: available.join(', ') }),
  },
  R2: {
    title: (t) => t('Router rejected the Route'),
    says: (t, { object, facts }) => {
      const values = { name: object.names.join(', '), actual: refusalText(facts) };
      return facts.admittedBy.length === 0
        ? t('Route {{name}} is not served: "{{actual}}". Use another host name, or ask who owns it.', values)
        : t('Router {{router}} does not serve Route {{name}}: "{{actual}}". Only {{needed}} serves it.', {
            ...values,
            router: facts.router ?? '',
            needed: facts.admittedBy.join(', '),
          });
    },
    shows: (facts) => ({ actual: refusalText(facts), needed: 'True' }),
  },
  R3: {
    title: (t) => t('Route might not fit this port'),
    says: (t, { object, facts }) =>
      t('Route {{name}} needs HTTP or TLS, which is unusual on port {{actual}}. Use a load balancer or a node port.', {
        name: object.names.join(', '),
        actual: facts.port,
      }),
    shows: ({ port }) => ({ actual: String(port), needed: 'LoadBalancer, NodePort' }),
  },
  R4: {
    title: (t) => t('TLS termination might not fit this port'),
    says: (t, { object, facts: { termination = 'none', port } }) =>
      t('Route {{name}} uses {{actual}}, which is unusual for port {{needed}}. Check that this is intended.', {
        name: object.names.join(', '),
        actual: termination,
        needed: port,
      }),
    shows: ({ termination = 'none', port }) => ({ actual: termination, needed: String(port) }),
  },
  R5: {
    title: (t) => t('Route might not fit this type of Service'),
    says: (t, { object, facts }) => {
      const values = { kind: object.kind, name: object.names.join(', ') };
      return facts.service === 'alias'
        ? t(
            '{{kind}} {{name}} points to a DNS alias, which routers do not always follow. Use a ClusterIP Service.',
            values,
          )
        : t(
            '{{kind}} {{name}} points to a headless Service and ignores its DNS names. Use a ClusterIP Service.',
            values,
          );
    },
    shows: ({ service }) => ({ actual: service === 'alias' ? 'ExternalName' : 'headless', needed: 'ClusterIP' }),
  },
  R6: {
    title: (t) => t('Route does not name a port'),
    says: (t, { object, facts: { ports } }) =>
      t('The router shares requests for Route {{name}} among {{needed}}. Set the port that accepts HTTP or TLS.', {
        name: object.names.join(', '),
        needed: ports.join(', '),
      }),
    fixLabel: usePort,
    shows: ({ ports }) => ({ needed: ports.join(', ') }),
  },
  R7: {
    title: (t) => t('Route sends no traffic to this Service'),
    says: (t, { object, facts }) => {
      const values = { name: object.names.join(', '), actual: otherBackendsText(facts) };
      return facts.others.length > 0
        ? t('In Route {{name}}, the weight of this Service is 0. All requests go to {{actual}}.', values)
        : t('In Route {{name}}, all weights are 0. Increase the weight of this Service.', values);
    },
    shows: () => ({ actual: '0' }),
  },
  R8: {
    title: (t, { facts: { isNew } }) => (isNew ? t('Route is not admitted yet') : t('Route is not admitted')),
    says: (t, { object, facts: { isNew } }) => {
      const values = { name: object.names.join(', ') };
      return isNew
        ? t('Route {{name}} was just created. Wait a moment for a router to admit it.', values)
        : t(
            'No router serves Route {{name}}. Ask which routers serve this project, and which labels they select.',
            values,
          );
    },
  },
  R9: {
    title: (t) => t('Route has no destination CA certificate'),
    says: (t, { object }) =>
      t(
        'Route {{name}} re-encrypts and trusts only the service CA of the cluster. Add the CA of the guest certificate.',
        {
          name: object.names.join(', '),
        },
      ),
  },
  R10: {
    title: (t) => t('Route limits clients'),
    says: (t, { object, facts: { ranges } }) =>
      t('Route {{name}} allows clients from {{actual}} only. Add the range of your clients if it is missing.', {
        name: object.names.join(', '),
        actual: ranges,
      }),
    shows: ({ annotation, ranges }) => ({ field: `metadata.annotations[${annotation}]`, actual: ranges }),
  },
  R11: {
    title: (t) => t('Route ignores session affinity'),
    says: (t, { object }) =>
      t('The router of Route {{name}} uses a cookie, or with TLS passthrough the client address, to select a pod.', {
        name: object.names.join(', '),
      }),
    shows: () => ({ actual: 'ClientIP' }),
  },
  R12: {
    title: (t) => t('Route cannot forward UDP'),
    says: (t, { object, facts: { ports } }) =>
      t('Route {{name}} uses UDP port {{actual}}, but routers forward TCP only. Use a load balancer or a node port.', {
        name: object.names.join(', '),
        actual: ports.join(', '),
      }),
    shows: ({ ports }) => ({ actual: ports.join(', '), needed: 'TCP' }),
  },
} satisfies WordingOf<CodeOf<'route'>>;
