import { ActionList, ActionListItem, Button, Content, DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm, PageSection, Title } from '@patternfly/react-core';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { gvkOf } from '../cluster/models';
import { useClusterDomain } from '../cluster/useClusterDomain';
import type { WatchedVms } from '../cluster/watchedVms';
import type { ExposeDraft } from '../domain/draft';
import { nameOf } from '../domain/objects';
import type { SeenVm } from '../domain/seen';
import { portTexts } from '../domain/servicePort';
import { ButtonLink } from '../ui/ButtonLink';
import { CopyText } from '../ui/CopyText';
import { DnsNames } from '../ui/DnsNames';
import { Loading } from '../ui/Loading';
import { servicesTabPath } from '../ui/paths';
import { Notice } from '../ui/Notice';
import { useText } from '../ui/useText';
import { ResultOfVm } from './ResultOfVm';
import { ServicesTabLinks } from './ServicesTabLinks';

interface ResultViewProps {
  readonly draft: ExposeDraft;
  readonly vms: readonly SeenVm[];
  readonly watched: WatchedVms;
  readonly onUndo: () => void;
  readonly onAgain: () => void;
}

/** What the person came for: the address and the names that reach the VM, and the proof, all read from the cluster. */
export const ResultView = ({ draft, vms, watched, onUndo, onAgain }: ResultViewProps) => {
  const t = useText();
  const { domain, isAssumed } = useClusterDomain();
  const { namespace, serviceName } = draft;
  const service = watched.services?.find((candidate) => nameOf(candidate) === serviceName);
  if (!service) return <Loading />;
  const only = vms.length === 1 ? vms[0] : undefined;
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
        {vms.map((vm) => (
          <ResultOfVm key={nameOf(vm.vm)} vm={vm} service={service} endpointSlices={watched.endpointSlices} isOneOfSeveral={vms.length > 1} />
        ))}
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
        {only && (
          <ActionListItem>
            <ButtonLink to={servicesTabPath(namespace, nameOf(only.vm))}>{t('Show all Services of {{vmName}}', { vmName: nameOf(only.vm) })}</ButtonLink>
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
