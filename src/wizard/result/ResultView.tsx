import { TYPES, traitsOf } from '../../domain/k8s/exposedTypes';
import {
  ActionList,
  ActionListItem,
  Button,
  Content,
  DescriptionList,
  PageSection,
  Title,
} from '@patternfly/react-core';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { gvkOf } from '../../cluster/port/models';
import { useClusterDomain } from '../../cluster/ask/useClusterDomain';
import { useListReads } from '../../cluster/watch/useListReads';
import type { WatchedVms } from '../../cluster/watch/watchedVms';
import type { AddressRange } from '../../domain/network/cidr';
import type { ExposeDraft } from '../../domain/draft/draft';
import { nameOf, type Route } from '../../domain/k8s/objects';
import type { SeenVm } from '../../domain/k8s/seen';
import type { Rights } from '../../domain/k8s/rights';
import { portTexts } from '../../domain/service/servicePort';
import { ButtonLink } from '../../ui/ButtonLink';
import { DnsNames } from '../../ui/DnsNames';
import { Loading } from '../../ui/loading/Loading';
import { servicesTabPath } from '../../ui/paths';
import { Notice } from '../../ui/Notice';
import { assumedDomainText } from '../../ui/text/assumedDomainText';
import { useText } from '../../ui/useText';
import { ClientCommands } from './ClientCommands';
import { ResultAddresses } from './ResultAddresses';
import { ResultOfVm } from './ResultOfVm';
import { ResultRow } from './ResultRow';
import { ServicesTabLinks } from './ServicesTabLinks';
import { VmNames } from './VmNames';
import { lazyPart } from '../../ui/loading/lazyPart';

const ClusterTest = lazyPart(() => import('../../cluster-test/ClusterTest'));

interface ResultViewProps {
  readonly draft: ExposeDraft;
  readonly vms: readonly SeenVm[];
  readonly watched: WatchedVms;
  /** undefined where they could not be read */
  readonly routes: readonly Route[] | undefined;
  /** the known address ranges, to tell which one contains an address */
  readonly ranges: readonly AddressRange[];
  readonly rights: Rights;
  readonly onUndo: () => void;
  readonly onAgain: () => void;
}

/** The result: the address and the names that reach the VM, and the proof, all read from the cluster. */
const ResultView = ({ draft, vms, watched, routes, ranges, rights, onUndo, onAgain }: ResultViewProps) => {
  const t = useText();
  const { domain, isAssumed, dns } = useClusterDomain();
  const { namespace, serviceName } = draft;
  const { isSettled, reads } = useListReads(namespace);
  const service = watched.services?.find((candidate) => nameOf(candidate) === serviceName);
  if (!service || !isSettled) return <Loading />;
  const only = vms.length === 1 ? vms[0] : undefined;
  const { selectsPods } = traitsOf(service);
  const route = TYPES[draft.type].makesRoute ? routes?.find((found) => nameOf(found) === serviceName) : undefined;
  return (
    <PageSection hasBodyWrapper={false}>
      <Title headingLevel="h2" className="pf-v6-u-mb-md">
        {t('Result')}
      </Title>
      <DescriptionList isHorizontal aria-label={t('Result')}>
        <ResultRow term={t('Service')}>
          <ResourceLink groupVersionKind={gvkOf('Service')} name={serviceName} namespace={namespace} inline />{' '}
          {service.spec?.clusterIP === 'None' ? t('headless') : service.spec?.type}
        </ResultRow>
        <ResultAddresses service={service} vms={vms} route={route} ranges={ranges} />
        {selectsPods && <ResultRow term={t('Ports')}>{portTexts(service).join(', ')}</ResultRow>}
        <ResultRow term={t('DNS names')}>
          <DnsNames service={serviceName} namespace={namespace} clusterDomain={domain} />
          {isAssumed && <Content component="small">{assumedDomainText(t, domain, dns)}</Content>}
        </ResultRow>
        <VmNames service={service} vms={vms} endpointSlices={watched.endpointSlices} clusterDomain={domain} />
        <ClientCommands service={service} vms={vms} clusterDomain={domain} />
        {selectsPods &&
          vms.map((vm) => (
            <ResultOfVm
              key={nameOf(vm.vm)}
              vm={vm}
              service={service}
              endpointSlices={watched.endpointSlices}
              isOneOfSeveral={vms.length > 1}
              reads={{ ...reads, services: watched.services }}
              ranges={ranges}
            />
          ))}
        <ResultRow term={t('Test from the cluster')}>
          <ClusterTest
            service={service}
            vms={vms}
            endpointSlices={watched.endpointSlices}
            clusterDomain={domain}
            rights={rights}
          />
        </ResultRow>
      </DescriptionList>
      {service.spec?.selector?.['vmi.kubevirt.io/id'] && (
        <Notice
          variant="info"
          className="pf-v6-u-mt-md"
          title={t(
            'OpenShift 4.22 does not show this Service on the VM Overview page. You can find it on the Services tab.',
          )}
        />
      )}
      {vms.length > 1 && <ServicesTabLinks namespace={namespace} vms={vms} />}
      <ActionList className="pf-v6-u-mt-md">
        {only && (
          <ActionListItem>
            <ButtonLink to={servicesTabPath(namespace, nameOf(only.vm))}>
              {t('Show all Services of {{vmName}}', { vmName: nameOf(only.vm) })}
            </ButtonLink>
          </ActionListItem>
        )}
        <ActionListItem>
          <Button variant="secondary" onClick={onAgain}>
            {t('Expose again')}
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

export default ResultView;
