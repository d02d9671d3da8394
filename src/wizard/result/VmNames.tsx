import { Content } from '@patternfly/react-core';
import { vmDnsNames } from '../../domain/service/dnsNames';
import type { EndpointSlice, Service } from '../../domain/k8s/objects';
import type { SeenVm } from '../../domain/k8s/seen';
import { CopyText } from '../../ui/CopyText';
import { useText } from '../../ui/useText';
import { ResultRow } from './ResultRow';

interface VmNamesProps {
  readonly service: Service;
  readonly vms: readonly SeenVm[];
  /** undefined when they could not be read */
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
  readonly clusterDomain: string;
}

/** The name that a headless Service gives to each virtual machine. */
export const VmNames = ({ service, vms, endpointSlices, clusterDomain }: VmNamesProps) => {
  const t = useText();
  const names = vmDnsNames(service, vms, endpointSlices ?? [], clusterDomain);
  if (names.length === 0) return null;
  return (
    <ResultRow term={t('Names of the virtual machines')}>
      {names.map(({ name, isThere }) => (
        <div key={name}>
          <CopyText text={name} />
          <Content component="small">
            {!endpointSlices
              ? t('Not checked: whether DNS has this name. EndpointSlices could not be read.')
              : isThere
                ? t('DNS knows it now.')
                : t('DNS knows it once the virtual machine has been started anew and is ready.')}
          </Content>
        </div>
      ))}
    </ResultRow>
  );
};
