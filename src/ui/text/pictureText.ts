import type { BoxContent, PictureBox } from '../../domain/exposure/connectionPicture';
import type { EndpointAddress } from '../../domain/exposure/endpointAddress';
import type { Text } from '../useText';
import { testOutcomeText } from './clusterTestText';
import { hopStateText } from './hopText';

/** What one box of the picture says: its title, then lines. Addresses stand in lines of their own. */
interface BoxText {
  readonly title: string;
  readonly lines: readonly string[];
}

const clientText = (t: Text, from: 'cluster' | 'outside' | 'browser'): BoxText => {
  switch (from) {
    case 'cluster':
      return { title: t('Client'), lines: [t('Any pod or VM in the cluster')] };
    case 'outside':
      return { title: t('Client'), lines: [t('Outside the cluster')] };
    case 'browser':
      return { title: t('Browser'), lines: [t('Outside the cluster')] };
  }
};

/** Whether the Service finds this very VM. */
function matchText(t: Text, { match }: EndpointAddress): string {
  switch (match) {
    case 'same':
      return t('Same address as the VM');
    case 'different':
      return t('Not the address of the VM');
    case 'none':
      return t('No endpoint');
    case 'not-checked':
      return t('Endpoint not checked');
  }
}

const readyText = (t: Text, { isReady }: EndpointAddress): string =>
  isReady === undefined ? '' : isReady ? t('Ready') : t('Not ready');

const orNotAvailable = (t: Text, texts: readonly string[] | undefined, none: string): readonly string[] =>
  texts === undefined ? [t('Not available')] : texts.length === 0 ? [none] : texts;

/** What stands in a box. */
export function boxText(t: Text, content: BoxContent): BoxText {
  switch (content.box) {
    case 'client':
      return clientText(t, content.from);
    case 'route':
      return {
        title: t('Route {{name}}', { name: content.name }),
        lines: [
          content.url ?? t('No host name yet'),
          content.isAdmitted ? t('Admitted by the router') : t('Not admitted by a router'),
        ],
      };
    case 'load-balancer':
      return {
        title: t('Load balancer'),
        lines: content.addresses.length > 0 ? content.addresses : [t('Waiting for an external IP address')],
      };
    case 'node':
      return {
        title: content.name ? t('Node {{name}}', { name: content.name }) : t('Any node'),
        lines: [content.ip ?? t('Not available'), content.isOnlyNode ? t('Only this node') : t('Or any other node')],
      };
    case 'service':
      return {
        title: t('Service {{name}}', { name: content.name }),
        lines: [
          ...(content.ips.length > 0 ? content.ips : [t('No IP address')]),
          content.dnsName,
          content.type,
          ...content.ports,
        ],
      };
    case 'alias':
      return { title: t('External name'), lines: [content.target, t('The Service is a DNS alias.')] };
    case 'pod':
      return {
        title: t('Pod of {{name}}', { name: content.vmName }),
        lines: [
          ...orNotAvailable(t, content.ips, t('No IP address')),
          content.node,
          readyText(t, content),
          matchText(t, content),
        ].filter(Boolean),
      };
    case 'guest':
      return {
        title: t('Guest of {{name}}', { name: content.vmName }),
        lines: [
          ...(content.address ? [content.address] : []),
          content.test ? testOutcomeText(t, content.test) : t('Not tested'),
        ],
      };
  }
}

/** The state of a box; '' where nothing has to be said: of a client that can connect, of a guest that tells itself. */
export const boxStateText = (t: Text, { content, state }: PictureBox): string =>
  !state || (content.box === 'client' && state === 'ok') || (content.box === 'guest' && state === 'not-checked')
    ? ''
    : hopStateText(t, state);
