import { Content, DescriptionList } from '@patternfly/react-core';
import { namespaceOf, nameOf, type Service } from '../../domain/k8s/objects';
import type { SeenVm } from '../../domain/k8s/seen';
import { traitsOf } from '../../domain/k8s/exposedTypes';
import { labelTable } from '../../domain/labels/labelTable';
import { selectorText } from '../../domain/labels/selector';
import { portTexts } from '../../domain/service/servicePort';
import { DnsNames } from '../../ui/DnsNames';
import { Term } from '../../ui/Term';
import { useText } from '../../ui/useText';
import { LabelLayersTable } from './LabelLayersTable';
import { ServiceAddresses } from './ServiceAddresses';

interface ServiceDetailsProps {
  readonly service: Service;
  readonly vm: SeenVm;
  readonly clusterDomain: string;
}

/** All that is known of a Service and a VM's labels: names, addresses, ports, selector, and the labels by layer. */
export const ServiceDetails = ({ service, vm, clusterDomain }: ServiceDetailsProps) => {
  const t = useText();
  const selector = service.spec?.selector ?? {};
  const { selected, others, isRunning } = labelTable(vm, selector);
  return (
    <>
      {traitsOf(service).selectsPods && (
        <DnsNames service={nameOf(service)} namespace={namespaceOf(service)} clusterDomain={clusterDomain} />
      )}
      <DescriptionList isCompact className="pf-v6-u-mt-md" aria-label={t('Addresses, ports, and selector')}>
        <Term name={t('Addresses')}>
          <ServiceAddresses service={service} />
        </Term>
        <Term name={t('Ports')}>
          {portTexts(service).map((text, index) => {
            const nodePort = service.spec?.ports?.[index]?.nodePort;
            return (
              <div key={text}>{nodePort ? t('{{port}}, node port {{nodePort}}', { port: text, nodePort }) : text}</div>
            );
          })}
        </Term>
        <Term name={t('Selector')}>
          <span className="pf-v6-u-text-break-word">{selectorText(selector) || t('None')}</span>
        </Term>
      </DescriptionList>
      {!isRunning && (
        <Content component="p">
          {vm.arePodsUnknown
            ? t('The labels of the pod could not be read.')
            : t('The VM is not running, so only its template has labels.')}
        </Content>
      )}
      {selected.length > 0 && (
        <LabelLayersTable vm={vm} selector={selector} label={t('Labels that the Service selects')} />
      )}
      {others.length > 0 && <LabelLayersTable vm={vm} selector={selector} label={t('Other labels')} isOfOthers />}
    </>
  );
};
