import {
  Content,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import { useServiceEvents } from '../../cluster/watch/useServiceEvents';
import type { AddressRange } from '../../domain/network/cidr';
import { diagnose } from '../../domain/diagnosis/diagnose';
import type { ListReads } from '../../domain/exposure/exposure';
import { awaitsLoadBalancer } from '../../domain/service/serviceAddresses';
import { endpointsOf, takesTraffic } from '../../domain/k8s/endpoints';
import { nameOf, type EndpointSlice, type Service } from '../../domain/k8s/objects';
import type { SeenVm } from '../../domain/k8s/seen';
import { findingText } from '../../ui/text/findings/findingText';
import { notReadText } from '../../ui/text/notReadText';
import { RangeNotes } from '../../ui/RangeNotes';
import { useText } from '../../ui/useText';
import { VerdictLabel } from '../../ui/VerdictLabel';

interface ResultOfVmProps {
  readonly vm: SeenVm;
  readonly service: Service;
  /** undefined when they could not be read */
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
  /** true when the result is about several VMs, so that each is shown with its name */
  readonly isOneOfSeveral: boolean;
  /** what the Services tab judges by, too */
  readonly reads: ListReads;
  readonly ranges: readonly AddressRange[];
}

/**
 * The endpoint's address beside the VMI's: equal addresses prove that the Service sends traffic to this VM. Then the
 * verdict.
 */
export const ResultOfVm = ({ vm, service, endpointSlices, isOneOfSeveral, reads, ranges }: ResultOfVmProps) => {
  const t = useText();
  const name = nameOf(vm.vm);
  const endpoints = endpointSlices ? endpointsOf(service, vm, endpointSlices) : [];
  const endpointIps = [...new Set(endpoints.flatMap(({ addresses }) => addresses))];
  const vmiIps = [
    ...new Set(
      (vm.vmi?.status?.interfaces ?? []).flatMap((nic) => nic.ipAddresses ?? (nic.ipAddress ? [nic.ipAddress] : [])),
    ),
  ];
  const isEqual = endpointIps.length > 0 && endpointIps.every((ip) => vmiIps.includes(ip));
  const { events } = useServiceEvents(awaitsLoadBalancer(service) ? service : undefined);
  const { verdict, findings, lacks } = diagnose({ ...reads, service, vm, endpointSlices, events });
  // notes are shown in the Services tab only
  const reasons = findings.filter(({ grade }) => grade !== 'note');
  const proof = isOneOfSeveral ? t('Proof for {{name}}', { name }) : t('How this was verified');
  return (
    <>
      <DescriptionListGroup>
        <DescriptionListTerm>{proof}</DescriptionListTerm>
        <DescriptionListDescription>
          <DescriptionList isCompact aria-label={proof}>
            <DescriptionListGroup>
              <DescriptionListTerm>{t('Address of the endpoint')}</DescriptionListTerm>
              <DescriptionListDescription>
                {endpointIps.join(', ') || (endpointSlices ? t('none') : t('unknown'))}{' '}
                <RangeNotes ips={endpointIps} ranges={ranges} />
              </DescriptionListDescription>
            </DescriptionListGroup>
            <DescriptionListGroup>
              <DescriptionListTerm>{t('Address of the virtual machine instance')}</DescriptionListTerm>
              <DescriptionListDescription>
                {vmiIps.join(', ') || (!vm.vmi && vm.arePodsUnknown ? t('unknown') : t('none'))}{' '}
                <RangeNotes ips={vmiIps} ranges={ranges} />
              </DescriptionListDescription>
            </DescriptionListGroup>
          </DescriptionList>
          {isEqual && (
            <Content component="p">
              {endpoints.some(takesTraffic)
                ? t('The endpoint address matches the VM address, so this Service sends traffic to this VM.')
                : t('They are equal, but the endpoint is not ready: the Service sends nothing to it for now.')}
            </Content>
          )}
          {isEqual && (
            <Content component="small">
              {t('The guest OS shows a different, internal address. This is expected with masquerade.')}
            </Content>
          )}
        </DescriptionListDescription>
      </DescriptionListGroup>
      <DescriptionListGroup>
        <DescriptionListTerm>{isOneOfSeveral ? t('Status for {{name}}', { name }) : t('Status')}</DescriptionListTerm>
        <DescriptionListDescription>
          <VerdictLabel verdict={verdict} />
          {lacks.length > 0 && <Content component="p">{notReadText(t, lacks)}</Content>}
          {reasons.map((finding) => (
            <Content component="p" key={finding.code}>{`${finding.code}: ${findingText(t, finding)}`}</Content>
          ))}
        </DescriptionListDescription>
      </DescriptionListGroup>
    </>
  );
};
