import { Content, DescriptionList } from '@patternfly/react-core';
import { addressOfEndpoint, type EndpointAddress } from '../../domain/exposure/endpointAddress';
import type { AddressedService } from '../../domain/exposure/mainAddress';
import { endpointsOf } from '../../domain/k8s/endpoints';
import { nameOf } from '../../domain/k8s/objects';
import type { AddressRange } from '../../domain/network/cidr';
import { RangeNotes } from '../../ui/RangeNotes';
import { Term } from '../../ui/Term';
import { useText, type Text } from '../../ui/useText';

interface VerificationProps {
  readonly addressed: AddressedService;
  readonly ranges: readonly AddressRange[];
}

function conclusion(t: Text, { match, isReady }: EndpointAddress): string {
  switch (match) {
    case 'same':
      return isReady
        ? t('The endpoint address matches the VM address, so this Service sends traffic to this VM.')
        : t('The endpoint address matches the VM address, but the endpoint is not ready and gets no traffic.');
    case 'different':
      return t('The endpoint address is not an address of this VM.');
    case 'none':
      return t('The Service has no endpoint for this VM.');
    case 'not-checked':
      return t('Not checked: whether the Service sends traffic to this VM.');
  }
}

/** The endpoint's address beside that of the running instance: equal ones prove where the Service sends traffic. */
const Verification = ({ addressed: { service, vms, endpointSlices }, ranges }: VerificationProps) => {
  const t = useText();
  const ipsText = (ips: readonly string[] | undefined) =>
    ips === undefined ? t('Not available') : ips.join(', ') || t('None');
  return (
    <>
      {vms.map((vm) => {
        const name = nameOf(vm.vm);
        const endpoints = endpointSlices && endpointsOf(service, vm, endpointSlices);
        const ofEndpoints = endpoints && [...new Set(endpoints.flatMap(({ addresses }) => addresses))];
        const address = addressOfEndpoint(vm, endpoints);
        return (
          <div key={name} className="pf-v6-u-mb-md">
            <DescriptionList isCompact isHorizontal aria-label={t('Addresses of {{name}}', { name })}>
              <Term name={t('Endpoint address')}>
                {ipsText(ofEndpoints)} <RangeNotes ips={ofEndpoints ?? []} ranges={ranges} />
              </Term>
              <Term name={t('VM address')}>
                {ipsText(address.vmIps)} <RangeNotes ips={address.vmIps ?? []} ranges={ranges} />
              </Term>
            </DescriptionList>
            <Content component="p">{conclusion(t, address)}</Content>
            {address.match === 'same' && (
              <Content component="small">
                {t('The guest OS shows a different, internal address. This is expected with masquerade.')}
              </Content>
            )}
          </div>
        );
      })}
      <Content component="small">{t('Based on configuration. To check that the guest answers, run a test.')}</Content>
    </>
  );
};

export default Verification;
