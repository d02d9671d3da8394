import { ActionList, ActionListItem, Button, Content, DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm, PageSection, Title } from '@patternfly/react-core';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { gvkOf } from '../cluster/models';
import { useClusterDomain } from '../cluster/useClusterDomain';
import type { WatchedVms } from '../cluster/watchedVms';
import { diagnose } from '../domain/diagnosis/diagnose';
import type { ExposeDraft } from '../domain/draft';
import { endpointsOf } from '../domain/endpoints';
import { nameOf } from '../domain/objects';
import type { SeenVm } from '../domain/seen';
import { portTexts } from '../domain/servicePort';
import { ButtonLink } from '../ui/ButtonLink';
import { CopyText } from '../ui/CopyText';
import { DnsNames } from '../ui/DnsNames';
import { findingText } from '../ui/findingText';
import { Loading } from '../ui/Loading';
import { servicesTabPath } from '../ui/paths';
import { Notice } from '../ui/Notice';
import { useText } from '../ui/useText';
import { VerdictLabel } from '../ui/VerdictLabel';
import { ServicesTabLinks } from './ServicesTabLinks';

interface ResultViewProps {
  readonly draft: ExposeDraft;
  readonly vm: SeenVm;
  readonly vms: readonly SeenVm[];
  readonly watched: WatchedVms;
  readonly onUndo: () => void;
  readonly onAgain: () => void;
}

/** What the person came for: the address and the names that reach the VM, and the proof, all read from the cluster. */
export const ResultView = ({ draft, vm, vms, watched, onUndo, onAgain }: ResultViewProps) => {
  const t = useText();
  const { domain, isAssumed } = useClusterDomain();
  const { namespace, serviceName } = draft;
  const vmName = nameOf(vm.vm);
  const service = watched.services?.find((candidate) => nameOf(candidate) === serviceName);
  if (!service) return <Loading />;
  const { verdict, findings } = diagnose({ service, vm, endpointSlices: watched.endpointSlices });
  return (
    <PageSection hasBodyWrapper={false}>
      <Title headingLevel="h2" className="pf-v6-u-mb-md">
        {t('Result')}
      </Title>
      <DescriptionList isHorizontal aria-label={t('Result')}>
        <DescriptionListGroup>
          <DescriptionListTerm>{t('Service')}</DescriptionListTerm>
          <DescriptionListDescription>
            <ResourceLink groupVersionKind={gvkOf('Service')} name={serviceName} namespace={namespace} inline /> {service.spec?.type}
          </DescriptionListDescription>
        </DescriptionListGroup>
        <DescriptionListGroup>
          <DescriptionListTerm>{t('Cluster IP')}</DescriptionListTerm>
          <DescriptionListDescription>
            {(service.spec?.clusterIPs ?? []).map((ip) => (
              <CopyText key={ip} text={ip} />
            ))}
          </DescriptionListDescription>
        </DescriptionListGroup>
        <DescriptionListGroup>
          <DescriptionListTerm>{t('Ports')}</DescriptionListTerm>
          <DescriptionListDescription>{portTexts(service).join(', ')}</DescriptionListDescription>
        </DescriptionListGroup>
        <DescriptionListGroup>
          <DescriptionListTerm>{t('DNS names')}</DescriptionListTerm>
          <DescriptionListDescription>
            <DnsNames service={serviceName} namespace={namespace} clusterDomain={domain} />
            {isAssumed && <Content component="small">{t('The DNS domain {{domain}} is assumed: the cluster\'s DNS configuration is not readable for you.', { domain })}</Content>}
          </DescriptionListDescription>
        </DescriptionListGroup>
        <Proof vm={vm} watched={watched} draft={draft} />
        <DescriptionListGroup>
          <DescriptionListTerm>{t('Verdict')}</DescriptionListTerm>
          <DescriptionListDescription>
            <VerdictLabel verdict={verdict} />
            {findings.map((finding) => (
              <Content component="p" key={finding.code}>{`${finding.code}: ${findingText(t, finding)}`}</Content>
            ))}
          </DescriptionListDescription>
        </DescriptionListGroup>
      </DescriptionList>
      {service.spec?.selector?.['vmi.kubevirt.io/id'] && (
        <Notice
          variant="info"
          className="pf-v6-u-mt-md"
          title={t('The Services card on the Overview of a VM does not list this Service on OpenShift 4.22, although it works: that card does not know the label vmi.kubevirt.io/id. The Services tab lists it.')}
        />
      )}
      {vms.length > 1 && <ServicesTabLinks namespace={namespace} vms={vms} />}
      <ActionList className="pf-v6-u-mt-md">
        {vms.length === 1 && (
          <ActionListItem>
            <ButtonLink to={servicesTabPath(namespace, vmName)}>{t('Show all Services of {{vmName}}', { vmName })}</ButtonLink>
          </ActionListItem>
        )}
        <ActionListItem>
          <Button variant="secondary" onClick={onAgain}>
            {t('Expose it once more')}
          </Button>
        </ActionListItem>
        <ActionListItem>
          <Button variant="link" onClick={onUndo}>
            {t('Undo')}
          </Button>
        </ActionListItem>
      </ActionList>
    </PageSection>
  );
};

/** The endpoint's address beside the VMI's: that they are equal proves that the Service leads to this VM. */
const Proof = ({ vm, watched, draft }: Pick<ResultViewProps, 'vm' | 'watched' | 'draft'>) => {
  const t = useText();
  const service = watched.services?.find((candidate) => nameOf(candidate) === draft.serviceName);
  const endpoints = service && watched.endpointSlices ? endpointsOf(service, vm, watched.endpointSlices) : [];
  const endpointIps = [...new Set(endpoints.flatMap(({ addresses }) => addresses))];
  const vmiIps = [...new Set((vm.vmi?.status?.interfaces ?? []).flatMap((nic) => nic.ipAddresses ?? (nic.ipAddress ? [nic.ipAddress] : [])))];
  const isEqual = endpointIps.length > 0 && endpointIps.every((ip) => vmiIps.includes(ip));
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{t('Proof')}</DescriptionListTerm>
      <DescriptionListDescription>
        <DescriptionList isCompact aria-label={t('Proof')}>
          <DescriptionListGroup>
            <DescriptionListTerm>{t('Address of the endpoint')}</DescriptionListTerm>
            <DescriptionListDescription>{endpointIps.join(', ') || t('none')}</DescriptionListDescription>
          </DescriptionListGroup>
          <DescriptionListGroup>
            <DescriptionListTerm>{t('Address of the virtual machine instance')}</DescriptionListTerm>
            <DescriptionListDescription>{vmiIps.join(', ') || t('none')}</DescriptionListDescription>
          </DescriptionListGroup>
        </DescriptionList>
        {isEqual && <Content component="p">{t('They are equal: the Service leads to this virtual machine.')}</Content>}
        {isEqual && <Content component="small">{t('Inside a guest that is connected by masquerade you see another, inner address.')}</Content>}
      </DescriptionListDescription>
    </DescriptionListGroup>
  );
};
