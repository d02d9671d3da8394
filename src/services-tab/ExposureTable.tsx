import type { ReactNode } from 'react';
import { useClusterDomain } from '../cluster/ask/useClusterDomain';
import { useTestOutcomes } from '../cluster-test/useTestOutcomes';
import { dnsNames } from '../domain/service/dnsNames';
import type { Exposure } from '../domain/exposure/exposure';
import { stateOf } from '../domain/exposure/exposureMemory';
import { reasonsOf } from '../domain/exposure/reasons';
import { exposedTypeOf } from '../domain/k8s/exposedTypes';
import { nameOf, type EndpointSlice, type NetworkPolicy, type Service } from '../domain/k8s/objects';
import type { SeenVm } from '../domain/k8s/seen';
import type { Rights } from '../domain/k8s/rights';
import { awaitsLoadBalancer, serviceAddresses } from '../domain/service/serviceAddresses';
import { portTexts } from '../domain/service/servicePort';
import { CopyText } from '../ui/CopyText';
import { timeText } from '../ui/text/timeText';
import { servicePath } from '../ui/paths';
import { useText, type Text } from '../ui/useText';
import type { StepsTask } from '../service-parts/steps/stepsTask';
import { AddressCell } from './table/AddressCell';
import { NameCell } from '../service-parts/list/NameCell';
import { ReachTable, type ReachColumn } from './table/ReachTable';
import type { ReachRow } from './table/ReachRowView';
import { lazyPart } from '../ui/loading/lazyPart';

// needed only for an open row
const ExposureDetail = lazyPart(() => import('../service-parts/detail/ExposureDetail'));
// needed only where something blocks: it brings the words of all findings
const BlockedNote = lazyPart(() => import('../service-parts/detail/BlockedNote'), null);

/** A row has room for so many ports; the opened row lists all. */
const MAX_PORTS = 3;

/** Type and ports of a Service in one line, the first few where it has many. */
function typeAndPorts(t: Text, service: Service): string {
  const ports = portTexts(service);
  const type = exposedTypeOf(service);
  if (ports.length === 0) return type;
  const shown = ports.slice(0, MAX_PORTS).join(', ');
  return ports.length > MAX_PORTS
    ? t('{{type}} · {{ports}}, and {{count}} more', { type, ports: shown, count: ports.length - MAX_PORTS })
    : `${type} · ${shown}`;
}

/** When a connection test was run, and whether it failed. */
const testedText = (t: Text, time: string, hasFailed: boolean): string =>
  hasFailed ? t('Tested {{time}}: failed', { time }) : t('Tested {{time}}', { time });

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
    const isInsideOnly = awaitsLoadBalancer(service);
    const [reason, ...others] = reasonsOf({ verdict, findings });
    const isOpenInside = verdict === 'reachable' || verdict === 'partly-reachable';
    const test = isOpenInside ? outcomeOf({ service, vm, endpointSlices, networkPolicies }) : undefined;
    const hasFailed = test !== undefined && test.silent.length > 0;
    return {
      name,
      verdict,
      state: stateOf([service, vm.vm, vm.vmi, ...vm.pods]),
      isLimited: isInsideOnly || hasFailed,
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
      ...(test
        ? { note: testedText(t, timeText(test.at), hasFailed) }
        : isInsideOnly && isOpenInside && others.length === 0
          ? { note: t('Inside only') }
          : reason
            ? { note: <BlockedNote finding={reason} /> }
            : {}),
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
