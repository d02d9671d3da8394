import { Content } from '@patternfly/react-core';
import type { Service } from '../../domain/k8s/objects';
import { traitsOf } from '../../domain/k8s/exposedTypes';
import { awaitsLoadBalancer, serviceAddresses } from '../../domain/service/serviceAddresses';
import { CopyText } from '../../ui/CopyText';
import { useText } from '../../ui/useText';

/** A row has room for so many; the opened row lists all. */
const MAX_SHOWN = 2;

/** The addresses of a Service to copy, those for clients outside the cluster first. */
export const AddressCell = ({ service }: { readonly service: Service }) => {
  const t = useText();
  const addresses = serviceAddresses(service);
  const outsideFirst = [
    ...addresses.filter(({ origin }) => origin !== 'cluster'),
    ...addresses.filter(({ origin }) => origin === 'cluster'),
  ];
  const more = outsideFirst.length - MAX_SHOWN;
  return (
    <>
      {awaitsLoadBalancer(service) && <div>{t('Waiting for IP')}</div>}
      {outsideFirst.slice(0, MAX_SHOWN).map(({ origin, text }) => (
        <div key={`${origin} ${text}`}>
          <CopyText text={text} isCut />
        </div>
      ))}
      {more > 0 && <Content component="small">{t('And {{count}} more', { count: more })}</Content>}
      {traitsOf(service).selectsPods && outsideFirst.length === 0 && <div>{t('No Service IP')}</div>}
    </>
  );
};
