import { useMemo, useState } from 'react';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { EmptyState, EmptyStateBody, PageSection, Title } from '@patternfly/react-core';
import { gvkOf } from '../cluster/port/models';
import { useRights } from '../cluster/ask/useRights';
import { useListReads } from '../cluster/watch/useListReads';
import { useServiceVms } from '../cluster/watch/useServiceVms';
import { nameOf, type Service } from '../domain/k8s/objects';
import { livePod } from '../domain/k8s/seen';
import { stateOf } from '../domain/exposure/exposureMemory';
import { vmExposuresOf, type VmExposure } from '../domain/exposure/vmExposure';
import { CopyText } from '../ui/CopyText';
import { Loading } from '../ui/loading/Loading';
import { servicesTabPath } from '../ui/paths';
import { useText } from '../ui/useText';
import { Link } from '../host/router';
import { ListFailures } from './ListFailures';
import { ReachTable, type ReachColumn, type ReachRow } from './ReachTable';
import type { StepsTask } from './steps/stepsTask';
import { useCopyLabels, useFix } from './steps/useFix';
import { lazyPart } from '../ui/loading/lazyPart';

// needed only for an open row
const ExposureDetail = lazyPart(() => import('./ExposureDetail'));
const StepsDialog = lazyPart(() => import('./steps/StepsDialog'), null);

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
  const name = nameOf(service);
  const watched = useServiceVms(namespace);
  const listReads = useListReads(namespace);
  const { isSettled, reads } = listReads;
  const { rights } = useRights(namespace);
  const { vms, services, endpointSlices, vmFailure, hasKubeVirt } = watched;
  const [task, setTask] = useState<StepsTask>();
  const fix = useFix();
  const copy = useCopyLabels(namespace);
  const exposures = useMemo(
    () => vmExposuresOf(service, vms, endpointSlices, { ...reads, services }),
    [service, vms, endpointSlices, reads, services],
  );
  if (!watched.loaded || !isSettled) return <Loading />;
  const isUnknown = vms.some(({ arePodsUnknown }) => arePodsUnknown);
  const exposureOf = (vmName: string): VmExposure | undefined => exposures.find(({ vm }) => nameOf(vm.vm) === vmName);
  const columns: readonly ReachColumn[] = [
    { title: t('Name'), width: 30, modifier: 'breakWord' },
    { title: t('State') },
    { title: t('Pod address'), modifier: 'nowrap' },
  ];
  const rows = exposures.map(({ vm, verdict }): ReachRow => {
    const vmName = nameOf(vm.vm);
    const state = vm.vm.status?.printableStatus ?? t('unknown');
    const ips = (livePod(vm)?.status?.podIPs ?? []).flatMap(({ ip }) => ip ?? []);
    return {
      name: vmName,
      verdict,
      state: stateOf([service, vm.vm, vm.vmi, ...vm.pods]),
      texts: [vmName, state, ips.join(' ')],
      cells: [
        <ResourceLink key="name" groupVersionKind={gvkOf('VirtualMachine')} name={vmName} namespace={namespace} />,
        state,
        ips.map((ip) => <CopyText key={ip} text={ip} />),
      ],
    };
  });
  return (
    <PageSection hasBodyWrapper={false}>
      <Title headingLevel="h2" className="pf-v6-u-mb-md">
        {t('Virtual machines of the Service {{name}}', { name })}
      </Title>
      <ListFailures
        namespace={namespace}
        wanted={[
          [
            t(
              'The virtual machines of project {{namespace}} could not be read, so nothing is known about this Service.',
              { namespace },
            ),
            vmFailure,
          ],
          [
            t('The running instances of project {{namespace}} could not be read, so it is not known what runs.', {
              namespace,
            }),
            watched.instancesFailure,
          ],
          [
            t('The pods of project {{namespace}} could not be read, so what the Services select is not known.', {
              namespace,
            }),
            watched.podsFailure,
          ],
          [
            t(
              'The EndpointSlices of project {{namespace}} could not be read, so it was not checked which virtual machines this Service reaches.',
              { namespace },
            ),
            watched.slicesFailure,
          ],
        ]}
        reads={listReads}
      />
      {exposures.length === 0 && !vmFailure && (
        <EmptyState
          headingLevel="h3"
          titleText={
            isUnknown
              ? t('No virtual machines found for Service {{name}}', { name })
              : t('The Service {{name}} reaches no virtual machine', { name })
          }
        >
          <EmptyStateBody>
            {isUnknown
              ? t('Not checked: which virtual machines this Service selects. Their pods could not be read.')
              : hasKubeVirt
                ? t('No virtual machine of this project carries what it selects, or nearly does.')
                : t(
                    'The KubeVirt API is not there. It comes with OpenShift Virtualization, which an administrator can install.',
                  )}
          </EmptyStateBody>
        </EmptyState>
      )}
      {exposures.length > 0 && (
        <ReachTable
          items={t('virtual machines')}
          columns={columns}
          rows={rows}
          detailOf={(vmName, onVerdict) => {
            const exposure = exposureOf(vmName);
            return (
              exposure && (
                <>
                  <Link to={servicesTabPath(namespace, vmName)}>{t('All Services of {{name}}', { name: vmName })}</Link>
                  <ExposureDetail
                    service={service}
                    vm={exposure.vm}
                    services={services}
                    endpointSlices={endpointSlices}
                    rights={rights}
                    onVerdict={onVerdict}
                    onFix={(code, situation) => setTask(fix(code, situation))}
                    onCopyLabels={(labels) => setTask(copy(vmName, labels))}
                  />
                </>
              )
            );
          }}
        />
      )}
      {task && <StepsDialog task={task} rights={rights} onClose={() => setTask(undefined)} />}
    </PageSection>
  );
};

export default ServiceVms;
