import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { SentencesOf } from './sentence';

/** Names of a headless Service. */
export const HEADLESS_SENTENCES = {
  H1: {
    says: (t, { facts: { subdomain, service, isNamedElsewhere } }) =>
      isNamedElsewhere
        ? t(
            'The Service answers by its own name; the name that the virtual machine has is given by the Service {{actual}}, its subdomain. Only one headless Service can do that.',
            { actual: subdomain },
          )
        : t(
            'The Service answers by its own name, but gives the virtual machine none: its subdomain is {{actual}}, and would have to be {{needed}}.',
            { actual: subdomain || t('not set'), needed: service },
          ),
    shows: ({ subdomain, service }) => ({ actual: subdomain, needed: service }),
  },
  H2: {
    says: (t, { facts }) =>
      t(
        'The subdomain {{needed}} is in the VM template, and takes effect when the virtual machine is restarted. Until then it has no name of its own.',
        { needed: facts.service },
      ),
    shows: ({ subdomain, service }) => ({ actual: subdomain, needed: service }),
  },
  H3: {
    says: (t, { facts }) =>
      t('The endpoint carries no hostname, so DNS has no name {{needed}} for the virtual machine.', {
        needed: facts.hostname,
      }),
    shows: ({ hostname }) => ({ needed: hostname }),
  },
  H4: {
    says: (t, { object, facts }) =>
      facts.problem === 'not-headless'
        ? t(
            'The Service {{name}} is named like the subdomain of the virtual machine, but only a headless one (clusterIP: None) gives it a name of its own.',
            { name: object.names.join(', ') },
          )
        : t(
            'The virtual machine has the subdomain {{actual}}, but there is no headless Service of that name, so it has no name of its own.',
            { actual: facts.subdomain },
          ),
    shows: (facts) => ({
      actual: facts.problem === 'not-headless' ? facts.clusterIP : facts.subdomain,
      needed: 'clusterIP: None',
    }),
  },
  H5: {
    says: (t) =>
      t(
        'The pod is not ready, and this headless Service publishes only ready ones: until then DNS has neither name nor address of it.',
      ),
    shows: () => ({ actual: 'false', needed: 'true' }),
  },
  H6: {
    says: (t, { facts: { hostname, pods } }) =>
      t(
        'The pods {{needed}} have the same hostname {{actual}} and the same subdomain, so one name leads to all of them.',
        { actual: hostname, needed: pods.join(', ') },
      ),
    shows: ({ hostname, pods }) => ({ actual: hostname, needed: pods.join(', ') }),
  },
  H7: {
    says: (t, { facts: { ports } }) =>
      t('Nothing translates the port of a headless Service: clients have to use {{needed}}, not {{actual}}.', {
        actual: ports.map(({ port }) => port).join(', '),
        needed: ports.map(({ target }) => target).join(', '),
      }),
    shows: ({ ports }) => ({
      actual: ports.map(({ port }) => port).join(', '),
      needed: ports.map(({ target }) => target).join(', '),
    }),
  },
} satisfies SentencesOf<CodeOf<'headless'>>;
