import type { CodeOf, Finding } from '../../../domain/diagnosis/finding';
import type { Text } from '../../useText';
import type { WordingOf } from './wording';

/** Without an own name, clients cannot tell this VM from others of the Service. */
const noName = (t: Text): string => t('VM has no DNS name of its own');
const targetsOf = ({ facts }: Finding<'H7'>): string => facts.ports.map(({ target }) => target).join(', ');

/** Names of a headless Service. */
export const HEADLESS_WORDING = {
  H1: {
    title: (t, { facts }) => (facts.isNamedElsewhere ? t('VM has its DNS name from another Service') : noName(t)),
    says: (t, { facts: { subdomain, service, isNamedElsewhere } }) => {
      if (isNamedElsewhere)
        return t(
          'The subdomain of the VM names Service {{actual}}. A VM has a DNS name in one headless Service only.',
          {
            actual: subdomain,
          },
        );
      return subdomain
        ? t('The subdomain of the VM is {{actual}}. Set it to {{needed}}, the name of this Service.', {
            actual: subdomain,
            needed: service,
          })
        : t('The VM has no subdomain. Set it to {{needed}}, the name of this Service.', { needed: service });
    },
    fixLabel: (t) => t('Set subdomain'),
    shows: ({ subdomain, service }) => ({ actual: subdomain, needed: service }),
  },
  H2: {
    title: noName,
    says: (t, { facts }) =>
      t('The subdomain {{needed}} is set in the VM template. Restart the VM to apply it.', { needed: facts.service }),
    fixLabel: (t) => t('Restart VM'),
    shows: ({ subdomain, service }) => ({ actual: subdomain, needed: service }),
  },
  H3: {
    title: (t) => t('VM hostname is missing'),
    says: (t, { facts }) =>
      t('The endpoint has no hostname, so DNS has no {{needed}}. Set it in the VM template, and restart the VM.', {
        needed: facts.hostname,
      }),
    shows: ({ hostname }) => ({ needed: hostname }),
  },
  H4: {
    title: noName,
    says: (t, { object, facts }) =>
      facts.problem === 'not-headless'
        ? t(
            'Service {{name}} has the name of the VM subdomain, but is not headless (clusterIP: None). Use another subdomain.',
            {
              name: object.names.join(', '),
            },
          )
        : t('The subdomain of the VM is {{actual}}, and there is no headless Service with that name.', {
            actual: facts.subdomain,
          }),
    fixLabel: (t) => t('Create headless Service'),
    shows: (facts) => ({
      actual: facts.problem === 'not-headless' ? facts.clusterIP : facts.subdomain,
      needed: 'clusterIP: None',
    }),
  },
  H5: {
    title: (t) => t('Endpoint is not ready'),
    says: (t) => t('DNS returns ready pods only for this headless Service. Fix what keeps the pod from being ready.'),
    fixLabel: (t) => t('Publish address anyway'),
    shows: () => ({ actual: 'false', needed: 'true' }),
  },
  H6: {
    title: (t) => t('VM hostname is not unique'),
    says: (t, { facts: { hostname, pods } }) =>
      t('DNS returns {{needed}} for {{actual}}, too. Set another hostname or subdomain in one of the templates.', {
        actual: hostname,
        needed: pods.join(', '),
      }),
    shows: ({ hostname, pods }) => ({ actual: hostname, needed: pods.join(', ') }),
  },
  H7: {
    title: (t, finding) =>
      finding.facts.ports.length > 1
        ? t('Clients must use the target ports')
        : t('Clients must use port {{needed}}', { needed: targetsOf(finding) }),
    says: (t, finding) =>
      t('A headless Service does not translate ports. Connect to {{needed}}, not {{actual}}.', {
        actual: finding.facts.ports.map(({ port }) => port).join(', '),
        needed: targetsOf(finding),
      }),
    shows: ({ ports }) => ({
      actual: ports.map(({ port }) => port).join(', '),
      needed: ports.map(({ target }) => target).join(', '),
    }),
  },
} satisfies WordingOf<CodeOf<'headless'>>;
