import { useMemo, useState } from 'react';
import { PageSection, Title } from '@patternfly/react-core';
import { useRights } from '../cluster/ask/useRights';
import { seenOf, vmOf } from '../cluster/watch/watchedVms';
import { useListReads } from '../cluster/watch/useListReads';
import { useWatchedVm } from '../cluster/watch/useWatchedVm';
import { exposureMemory } from '../domain/exposure/exposureMemory';
import { nameOf, type VirtualMachine } from '../domain/k8s/objects';
import { ButtonLink } from '../ui/ButtonLink';
import { Loading } from '../ui/loading/Loading';
import { exposePath } from '../ui/paths';
import { useText } from '../ui/useText';
import { ExposureTable } from './ExposureTable';
import { ListFailures } from '../service-parts/list/ListFailures';
import { NoService } from './NoService';
import { PendingLabels } from './PendingLabels';
import { ServiceActions } from '../service-parts/ServiceActions';
// its menus are opened often, and the wizard needs most of it: it comes with the tab
import '../service-parts/ServiceActionItems';
import { useStepsTask } from '../service-parts/steps/useStepsTask';
import { lazyPart } from '../ui/loading/lazyPart';

// not needed by users who only read
const StepsDialog = lazyPart(() => import('../service-parts/steps/StepsDialog'), null);

interface ServicesTabProps {
  /** the VM of the stock page; can be an empty object while the page switches to another one */
  readonly obj?: VirtualMachine;
}

/** The Services that reach the VM or nearly reach it, with the reasons, and a link to the wizard. */
const ServicesTab = ({ obj }: ServicesTabProps) => {
  const t = useText();
  const namespace = obj?.metadata?.namespace ?? '';
  const name = obj ? nameOf(obj) : '';
  const watched = useWatchedVm(namespace, name);
  const listReads = useListReads(namespace);
  const { isSettled, reads } = listReads;
  const { rights } = useRights(namespace);
  const vm = vmOf(watched);
  const { services, endpointSlices } = watched;
  const [exposuresOf] = useState(exposureMemory);
  const exposures = useMemo(
    () => (vm && services ? exposuresOf(vm, services, endpointSlices, reads) : []),
    [exposuresOf, vm, services, endpointSlices, reads],
  );
  const { task, open, close, top } = useStepsTask();
  if (!name || !watched.loaded || !isSettled) return <Loading />;

  const mayExpose = rights?.createService ?? true;
  const expose = (
    <ButtonLink to={exposePath(namespace, name)} variant={mayExpose ? 'primary' : 'secondary'}>
      {mayExpose ? t('Expose VM') : t('Request exposure')}
    </ButtonLink>
  );
  return (
    <PageSection hasBodyWrapper={false}>
      {/* the tab's own name says the same to the eye */}
      <div ref={top} tabIndex={-1} className="pf-v6-u-screen-reader">
        <Title headingLevel="h2">{t('Services')}</Title>
      </div>
      {vm && <PendingLabels vm={vm} rights={rights} onTask={open} />}
      <ListFailures
        namespace={namespace}
        wanted={[
          { objects: 'VirtualMachines', failure: watched.vmFailure, isRequired: true },
          { objects: 'Services', failure: watched.servicesFailure, isRequired: true },
          { objects: 'EndpointSlices', failure: watched.slicesFailure },
          { objects: 'Pods', failure: watched.podsFailure },
        ]}
        reads={listReads}
      />
      {vm && services && exposures.length === 0 && (
        <NoService vm={vm} serviceCount={services.length} action={expose} rights={rights} onTask={open} />
      )}
      {vm && services && exposures.length > 0 && (
        <ExposureTable
          namespace={namespace}
          vm={vm}
          exposures={exposures}
          services={services}
          endpointSlices={endpointSlices}
          networkPolicies={reads.networkPolicies}
          rights={rights}
          action={expose}
          actionsOf={(service) => (
            <ServiceActions
              service={service}
              vmNames={[name]}
              seen={() => seenOf(namespace, watched)}
              rights={rights}
              onTask={open}
            />
          )}
          onTask={open}
        />
      )}
      {/* it stays when the Service that it is about goes */}
      {task && <StepsDialog task={task} rights={rights} onClose={close} />}
    </PageSection>
  );
};

export default ServicesTab;
