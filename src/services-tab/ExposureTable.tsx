import type { ReactNode } from 'react';
import { useClusterDomain } from '../cluster/ask/useClusterDomain';
import { useTestOutcomes } from '../cluster-test/useTestOutcomes';
import { dnsNames } from '../domain/service/dnsNames';
import type { Exposure } from '../domain/exposure/exposure';
import { stateOf } from '../domain/exposure/objectState';
import { reasonsOf } from '../domain/exposure/reasons';
import { exposedTypeOf } from '../domain/k8s/exposedTypes';
import { nameOf, type EndpointSlice, type NetworkPolicy, type Service } from '../domain/k8s/objects';
import type { SeenVm } from '../domain/k8s/seen';
import type { Rights } from '../domain/k8s/rights';
import { serviceAddresses } from '../domain/service/serviceAddresses';
import { portTexts } from '../domain/service/servicePort';
import { CopyText } from '../ui/CopyText';
import { servicePath } from '../ui/paths';
import { isOpenInside, statusNote } from '../service-parts/list/statusNote';
import { typeAndPorts } from '../service-parts/list/typeAndPorts';
import { useText } from '../ui/useText';
import type { StepsTask } from '../service-parts/steps/stepsTask';
import { AddressCell } from './table/AddressCell';
import { NameCell } from '../service-parts/list/NameCell';
import { ReachTable, type ReachColumn } from './table/ReachTable';
import type { ReachRow } from './table/ReachRowView';
import { lazyPart } from '../ui/loading/lazyPart';

// needed only for an open row
const ExposureDetail = lazyPart(() => import('../service-parts/detail/ExposureDetail'));

interface ExposureTableProps {
  readonly namespace: string;
  readonly vm: SeenVm;
  readonly exposures: readonly Exposure[];
  /** all Services of the namespace */
  readonly services: readonly Service[];
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
  /** of the namespace; undefined where they could not be read */
  readonly networkPolicies: readonly NetworkPolicy[] | undefined;
  /** undefined while they are loading or when they could not be read */
  readonly rights: Rights | undefined;
  /** the menu of a Service */
  readonly actionsOf?: (service: Service) => ReactNode;
  /** the button of the page's main action */
  readonly action: ReactNode;
  /** opens the review of a fix */
  readonly onTask: (task: StepsTask) => void;
}

/** The Services of a VM, one row each; an open row shows the reasons. */
export const ExposureTable = ({
  namespace,
  vm,
  exposures,
  services,
  endpointSlices,
  networkPolicies,
  rights,
  actionsOf,
  action,
  onTask,
}: ExposureTableProps) => {
  const t = useText();
  const { domain } = useClusterDomain();
  const outcomeOf = useTestOutcomes();
  const serviceOf = (name: string): Service | undefined =>
    exposures.find(({ service }) => nameOf(service) === name)?.service;
  const columns: readonly ReachColumn[] = [
    { title: t('Service') },
    { title: t('Address'), width: '10rem' },
    { title: t('DNS name'), width: '19rem', isExtra: true },
  ];
  const rows = exposures.map(({ service, verdict, findings }): ReachRow => {
    const name = nameOf(service);
    const dnsName = dnsNames(name, namespace, domain)[0]?.name ?? '';
    const addresses = serviceAddresses(service).map(({ text }) => text);
    const test = isOpenInside(verdict) ? outcomeOf({ service, vm, endpointSlices, networkPolicies }) : undefined;
    return {
      name,
      verdict,
      state: stateOf([service, vm.vm, vm.vmi, ...vm.pods]),
      ...statusNote(t, { service, verdict, reasons: reasonsOf({ verdict, findings }), test }),
      texts: [name, addresses.join(' '), dnsName, exposedTypeOf(service), ...portTexts(service)],
      cells: [
        <NameCell
          key="name"
          kind="Service"
          name={name}
          to={servicePath(namespace, name)}
          below={typeAndPorts(t, service)}
        />,
        <AddressCell key="addresses" service={service} />,
        <CopyText key="dns" text={dnsName} isCut />,
      ],
    };
  });
  return (
    <ReachTable
      items={t('Services')}
      filterLabel={t('Filter Services by status')}
      pagesLabel={t('Pages of Services')}
      columns={columns}
      rows={rows}
      action={action}
      detailOf={(name, onVerdict) => {
        const service = serviceOf(name);
        return (
          service && (
            <ExposureDetail
              service={service}
              vm={vm}
              services={services}
              endpointSlices={endpointSlices}
              rights={rights}
              onVerdict={onVerdict}
              onTask={onTask}
            />
          )
        );
      }}
      actionsOf={
        actionsOf &&
        ((name) => {
          const service = serviceOf(name);
          return service && actionsOf(service);
        })
      }
    />
  );
};
