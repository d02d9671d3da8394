import type { AlertProps } from '@patternfly/react-core';
import type { Comes } from '../../domain/diagnosis/portsBlocked';
import type { Headline } from '../../domain/exposure/resultHeadline';
import type { ServiceCommand } from '../../domain/exposure/serviceCommands';
import type { Text } from '../useText';
import { testOutcomeText } from './clusterTestText';
import { notReadText } from './notReadText';

/** What a result is about, as it is named in its headline. */
export interface Exposed {
  /** the VM; of several the first */
  readonly name: string;
  readonly count: number;
  readonly serviceName: string;
  /** false for a Service that was there before */
  readonly isNew: boolean;
  /** the target of an alias */
  readonly alias: string;
  /** the ports of the Service */
  readonly ports: readonly string[];
}

/** The headline with its look and a sentence below it; '' where there is nothing to add. */
export interface HeadlineText {
  readonly variant: NonNullable<AlertProps['variant']>;
  readonly title: string;
  readonly sentence: string;
}

function laterTitle(t: Text, comes: Comes, { name, count: number }: Exposed): string {
  switch (comes) {
    case 'with-restart':
      return number === 1
        ? t('{{name}} becomes reachable at its next restart', { name })
        : t('{{count}} virtual machines become reachable at their next restart', { count: number });
    case 'with-start':
      return number === 1
        ? t('{{name}} becomes reachable when you start it', { name })
        : t('{{count}} virtual machines become reachable when you start them', { count: number });
    case 'when-started':
      return number === 1
        ? t('{{name}} is starting and becomes reachable then', { name })
        : t('{{count}} virtual machines are starting and become reachable then', { count: number });
  }
}

const reachableTitle = (t: Text, isInside: boolean, { name, count: number }: Exposed): string => {
  if (number === 1)
    return isInside
      ? t('{{name}} is reachable inside the cluster', { name })
      : t('{{name}} is reachable from outside the cluster', { name });
  return isInside
    ? t('{{count}} virtual machines are reachable inside the cluster', { count: number })
    : t('{{count}} virtual machines are reachable from outside the cluster', { count: number });
};

function unreachedTitle(t: Text, { name, count, serviceName, isNew }: Exposed): string {
  if (count > 1)
    return isNew
      ? t('Service {{serviceName}} was created, but its virtual machines are not reachable', { serviceName })
      : t('Service {{serviceName}} was updated, but its virtual machines are not reachable', { serviceName });
  return isNew
    ? t('Service {{serviceName}} was created, but {{name}} is not reachable', { serviceName, name })
    : t('Service {{serviceName}} was updated, but {{name}} is not reachable', { serviceName, name });
}

/** Words a headline. */
export function headlineText(t: Text, headline: Headline, exposed: Exposed): HeadlineText {
  const { name, count, serviceName, isNew } = exposed;
  const ports = exposed.ports.join(', ');
  switch (headline.says) {
    case 'alias':
      return {
        variant: 'info',
        title: t('Service {{name}} is a DNS alias of {{target}}', { name: serviceName, target: exposed.alias }),
        sentence: t('The Service does not send traffic to a virtual machine.'),
      };
    case 'reachable':
      return {
        variant: 'success',
        title: reachableTitle(t, headline.from === 'inside', exposed),
        sentence:
          count === 1
            ? t('Service {{serviceName}} sends {{ports}} to this VM.', { serviceName, ports })
            : t('Service {{serviceName}} sends {{ports}} to these VMs.', { serviceName, ports }),
      };
    case 'some-reachable':
      return {
        variant: 'warning',
        title: t('{{reached}} of {{total}} virtual machines are reachable', {
          reached: headline.reached,
          total: count,
        }),
        sentence: '',
      };
    case 'partly-reachable':
      return {
        variant: 'warning',
        title:
          headline.blocked.length > 0
            ? t('{{name}} is reachable on {{reached}}, not on {{blocked}}', {
                name,
                reached: headline.reached.join(', '),
                blocked: headline.blocked.join(', '),
              })
            : t('{{name}} is partly reachable', { name }),
        sentence: '',
      };
    case 'not-reachable':
      return {
        variant: 'danger',
        title: unreachedTitle(t, exposed),
        sentence: '',
      };
    case 'later':
      return {
        variant: 'info',
        title: laterTitle(t, headline.comes, exposed),
        sentence: t('Service {{serviceName}} is in place. Clients get no answer until then.', { serviceName }),
      };
    case 'waiting-for-address':
      return {
        variant: 'info',
        title: t('Waiting for an external IP address'),
        sentence: t('The load balancer provider of the cluster assigns it.'),
      };
    case 'waiting-for-router':
      return {
        variant: 'info',
        title: t('Waiting for a router to admit Route {{name}}', { name: serviceName }),
        sentence: '',
      };
    case 'test-failed': {
      const { bad, total, silent } = headline.test;
      return {
        variant: 'warning',
        title:
          silent.length > 0
            ? t('Configuration is OK, but {{ports}} did not answer', { ports: silent.join(', ') })
            : t('Configuration is OK, but {{bad}} of {{total}} checks failed', { bad, total }),
        sentence: testOutcomeText(t, headline.test),
      };
    }
    case 'not-checked':
      return {
        variant: 'custom',
        title: isNew
          ? t('Service {{serviceName}} was created, but not everything could be checked', { serviceName })
          : t('Service {{serviceName}} was updated, but not everything could be checked', { serviceName }),
        sentence: headline.lacks.length > 0 ? notReadText(t, headline.lacks) : '',
      };
  }
}

/** What a command is for. */
export function commandLabel(t: Text, from: ServiceCommand['from']): string {
  switch (from) {
    case 'inside':
      return t('From pods and VMs in the cluster');
    case 'node':
      return t('From outside, on a node port');
    case 'load-balancer':
      return t('From outside, with its own IP address');
    case 'route':
      return t('From outside, with a URL');
    case 'look-up':
      return t('Look up the name from a pod');
  }
}
