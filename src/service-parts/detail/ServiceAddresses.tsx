import { Content } from '@patternfly/react-core';
import type { Service } from '../../domain/k8s/objects';
import { awaitsLoadBalancer, serviceAddresses, type AddressOrigin } from '../../domain/service/serviceAddresses';
import { CopyText } from '../../ui/CopyText';
import { useText, type Text } from '../../ui/useText';

/** The kind of an address, unless it is simply the Service's cluster IP. */
function originText(t: Text, origin: AddressOrigin): string {
  switch (origin) {
    case 'cluster':
      return '';
    case 'external':
      return t('External IP');
    case 'load-balancer':
      return t('Load balancer');
    case 'alias':
      return t('Alias of this name');
  }
}

/** The addresses of a Service with copy buttons, each with its kind when that is not obvious. */
export const ServiceAddresses = ({ service }: { service: Service }) => {
  const t = useText();
  return (
    <>
      {serviceAddresses(service).map(({ origin, text }) => (
        <div key={`${origin} ${text}`}>
          <CopyText text={text} />
          {origin !== 'cluster' && <Content component="small">{originText(t, origin)}</Content>}
        </div>
      ))}
      {service.spec?.clusterIP === 'None' && (
        <Content component="small">{t('No cluster IP. DNS returns the addresses of the VMs.')}</Content>
      )}
      {awaitsLoadBalancer(service) && <Content component="small">{t('Waiting for an external IP address')}</Content>}
    </>
  );
};
