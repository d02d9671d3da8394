import { useMemo, useState } from 'react';
import { EmptyState, EmptyStateBody, PageSection, Title } from '@patternfly/react-core';
import { DisconnectedIcon } from '@patternfly/react-icons';
import { useRights } from '../cluster/ask/useRights';
import { useListReads } from '../cluster/watch/useListReads';
import { useServiceVms } from '../cluster/watch/useServiceVms';
import { nameOf, type Service } from '../domain/k8s/objects';
import { livePod } from '../domain/k8s/seen';
import { stateOf } from '../domain/exposure/objectState';
import { reasonsOf } from '../domain/exposure/reasons';
import { vmExposuresOf, type VmExposure } from '../domain/exposure/vmExposure';
import { CopyText } from '../ui/CopyText';
import { Loading } from '../ui/loading/Loading';
import { servicesTabPath, vmPath } from '../ui/paths';
import { useText } from '../ui/useText';
import { Link } from '../host/router';
import { ListFailures } from '../service-parts/list/ListFailures';
import { NameCell } from '../service-parts/list/NameCell';
import { ReachTable, type ReachColumn } from './table/ReachTable';
import type { ReachRow } from './table/ReachRowView';
import type { StepsTask } from '../service-parts/steps/stepsTask';
import { lazyPart } from '../ui/loading/lazyPart';

// needed only for an open row
const ExposureDetail = lazyPart(() => import('../service-parts/detail/ExposureDetail'));
const BlockedNote = lazyPart(() => import('../service-parts/detail/BlockedNote'), null);
const StepsDialog = lazyPart(() => import('../service-parts/steps/StepsDialog'), null);

interface ServiceVmsProps {
  /** the Service of the stock page; can be an empty object while the page switches to another one */
  readonly obj?: Service;
}

/** The VMs that a Service reaches or nearly reaches, with the reasons. */
const ServiceVms = ({ obj }: ServiceVmsProps) => {
  const namespace = obj?.metadata?.namespace ?? '';
  return obj && namespace && nameOf(obj) ? <VmsOf service={obj} namespace={namespace} /> : <Loading />;
};

const VmsOf = ({ service, namespace }: { service: Service; namespace: string }) => {
  const t = useText();
  const watched = useServiceVms(namespace);
  const listReads = useListReads(namespace);
  const { isSettled, reads } = listReads;
  const { rights } = useRights(namespace);
  const { vms, services, endpointSlices, vmFailure } = watched;
  const [task, setTask] = useState<StepsTask>();
  const exposures = useMemo(
    () => vmExposuresOf(service, vms, endpointSlices, { ...reads, services }),
    [service, vms, endpointSlices, reads, services],
  );
  if (!watched.loaded || !isSettled) return <Loading />;
  const exposureOf = (vmName: string): VmExposure | undefined => exposures.find(({ vm }) => nameOf(vm.vm) === vmName);
  const columns: readonly ReachColumn[] = [
    { title: t('Name') },
    { title: t('VM status'), width: '9.5rem' },
    { title: t('Pod IP'), width: '10rem' },
  ];
  const rows = exposures.map(({ vm, verdict, findings }): ReachRow => {
    const vmName = nameOf(vm.vm);
    const state = vm.vm.status?.printableStatus ?? t('Not available');
    const ips = (livePod(vm)?.status?.podIPs ?? []).flatMap(({ ip }) => ip ?? []);
    const [reason] = reasonsOf({ verdict, findings });
    return {
      name: vmName,
      verdict,
      state: stateOf([service, vm.vm, vm.vmi, ...vm.pods]),
      texts: [vmName, state, ips.join(' ')],
      cells: [
        <NameCell key="name" kind="VirtualMachine" name={vmName} to={vmPath(namespace, vmName)} />,
        state,
        ips.map((ip) => (
          <div key={ip}>
            <CopyText text={ip} isCut />
          </div>
        )),
      ],
      ...(reason ? { note: <BlockedNote finding={reason} /> } : {}),
    };
  });
  return (
    <PageSection hasBodyWrapper={false}>
      {/* the tab's own name says the same to the eye */}
      <Title headingLevel="h2" className="pf-v6-u-screen-reader">
        {t('Virtual machines')}
      </Title>
      <ListFailures
        namespace={namespace}
        wanted={[
          { objects: 'VirtualMachines', failure: vmFailure, isRequired: true },
          { objects: 'VirtualMachineInstances', failure: watched.instancesFailure },
          { objects: 'Pods', failure: watched.podsFailure },
          { objects: 'EndpointSlices', failure: watched.slicesFailure },
        ]}
        reads={listReads}
      />
      {exposures.length === 0 && !vmFailure && (
        <NoVm
          isUnknown={vms.some(({ arePodsUnknown }) => arePodsUnknown)}
          hasKubeVirt={watched.hasKubeVirt}
          namespace={namespace}
        />
      )}
      {exposures.length > 0 && (
        <ReachTable
          items={t('Virtual machines')}
          filterLabel={t('Filter VMs by status')}
          pagesLabel={t('Pages of VMs')}
          columns={columns}
          rows={rows}
          detailOf={(vmName, onVerdict) => {
            const exposure = exposureOf(vmName);
            return (
              exposure && (
                <ExposureDetail
                  service={service}
                  vm={exposure.vm}
                  services={services}
                  endpointSlices={endpointSlices}
                  rights={rights}
                  onVerdict={onVerdict}
                  onTask={setTask}
                  end={
                    <Link to={servicesTabPath(namespace, vmName)}>
                      {t('View Services of {{name}}', { name: vmName })}
                    </Link>
                  }
                />
              )
            );
          }}
        />
      )}
      {task && <StepsDialog task={task} rights={rights} onClose={() => setTask(undefined)} />}
    </PageSection>
  );
};

interface NoVmProps {
  /** true where pods could not be read */
  readonly isUnknown: boolean;
  readonly hasKubeVirt: boolean;
  readonly namespace: string;
}

/** Says that the Service reaches no VM, or that this is not known. */
const NoVm = ({ isUnknown, hasKubeVirt, namespace }: NoVmProps) => {
  const t = useText();
  return (
    <EmptyState
      headingLevel="h3"
      icon={DisconnectedIcon}
      titleText={
        isUnknown ? t('No virtual machines found for this Service') : t('This Service reaches no virtual machine')
      }
    >
      <EmptyStateBody>
        {isUnknown
          ? t('Their pods could not be read, so it was not checked which VMs this Service selects.')
          : hasKubeVirt
            ? t('No virtual machine in project {{namespace}} has the labels that this Service selects.', { namespace })
            : t('The KubeVirt API is not available. Ask a cluster administrator to install OpenShift Virtualization.')}
      </EmptyStateBody>
    </EmptyState>
  );
};
export default ServiceVms;
