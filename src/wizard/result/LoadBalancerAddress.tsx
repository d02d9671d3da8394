import { Content, List, ListItem } from '@patternfly/react-core';
import { useServiceEvents } from '../../cluster/watch/useServiceEvents';
import { nodePortsOf } from '../../domain/k8s/nodePorts';
import type { Service } from '../../domain/k8s/objects';
import { CopyText } from '../../ui/CopyText';
import { failureText } from '../../ui/text/failureText';
import { useText } from '../../ui/useText';
import { ResultRow } from './ResultRow';

/** The address that a load balancer assigned; while it is pending, the Service's Events. */
export const LoadBalancerAddress = ({ service }: { readonly service: Service }) => {
  const t = useText();
  const ingress = service.status?.loadBalancer?.ingress ?? [];
  const isWaiting = ingress.length === 0;
  const { events = [], failure } = useServiceEvents(isWaiting ? service : undefined);
  return (
    <ResultRow term={t('Load balancer')}>
      {ingress.map(({ ip, hostname }) => (
        <CopyText key={ip ?? hostname ?? ''} text={ip ?? hostname ?? ''} />
      ))}
      {ingress.some(({ hostname }) => hostname) && (
        <Content component="small">{t('It may take a while until this name is known everywhere.')}</Content>
      )}
      {isWaiting && (
        <>
          <Content component="p" aria-live="polite">
            {nodePortsOf(service).length > 0
              ? t('Waiting for an external IP address from the load balancer provider. Until then, use the node ports.')
              : t(
                  'Waiting for an address. It comes from a provider outside the cluster, if there is one for this load balancer class.',
                )}
          </Content>
          {failure && <Content component="small">{failureText(t, failure)}</Content>}
          {events.length > 0 && (
            <List aria-label={t('Events of the Service')}>
              {events.slice(0, 5).map(({ metadata, reason = '', message = '' }) => (
                <ListItem key={metadata?.uid}>{[reason, message].filter(Boolean).join(': ')}</ListItem>
              ))}
            </List>
          )}
        </>
      )}
    </ResultRow>
  );
};
