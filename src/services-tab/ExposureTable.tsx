import type { ReactNode } from 'react';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { gvkOf } from '../cluster/port/models';
import { useClusterDomain } from '../cluster/ask/useClusterDomain';
import { dnsNames } from '../domain/service/dnsNames';
import type { Exposure } from '../domain/exposure/exposure';
import { stateOf } from '../domain/exposure/exposureMemory';
import { nameOf, type EndpointSlice, type Service } from '../domain/k8s/objects';
import type { SeenVm } from '../domain/k8s/seen';
import type { Rights } from '../domain/k8s/rights';
import { serviceAddresses } from '../domain/service/serviceAddresses';
import { portTexts } from '../domain/service/servicePort';
import { CopyText } from '../ui/CopyText';
import { useText } from '../ui/useText';
import type { DetailActions } from './ExposureDetail';
import { ReachTable, type ReachColumn, type ReachRow } from './ReachTable';
import { ServiceAddresses } from './ServiceAddresses';
import { lazyPart } from '../ui/loading/lazyPart';

// needed only for an open row
const ExposureDetail = lazyPart(() => import('./ExposureDetail'));

interface ExposureTableProps extends DetailActions {
  readonly namespace: string;
  readonly vm: SeenVm;
  readonly exposures: readonly Exposure[];
  /** all Services of the namespace */
  readonly services: readonly Service[];
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
  /** undefined while they are loading or when they could not be read */
  readonly rights: Rights | undefined;
  /** the menu of a Service */
  readonly actionsOf?: (service: Service) => ReactNode;
}

/** The Services of a VM, one row each; an open row shows the reasons. */
export const ExposureTable = ({
  namespace,
  vm,
  exposures,
  services,
  endpointSlices,
  rights,
  actionsOf,
  ...actions
}: ExposureTableProps) => {
  const t = useText();
  const { domain } = useClusterDomain();
  const serviceOf = (name: string): Service | undefined =>
    exposures.find(({ service }) => nameOf(service) === name)?.service;
  // users copy addresses and names, so they must not wrap
  const columns: readonly ReachColumn[] = [
    { title: t('Name'), width: 15, modifier: 'breakWord' },
    { title: t('Type') },
    { title: t('Addresses'), width: 20, modifier: 'nowrap' },
    { title: t('DNS name'), width: 30, modifier: 'breakWord' },
    { title: t('Ports'), modifier: 'nowrap' },
  ];
  const rows = exposures.map(({ service, verdict }): ReachRow => {
    const name = nameOf(service);
    const dnsName = dnsNames(name, namespace, domain)[0]?.name ?? '';
    const ports = portTexts(service).map((text, index) => {
      const nodePort = service.spec?.ports?.[index]?.nodePort;
      return nodePort ? t('{{port}}, node port {{nodePort}}', { port: text, nodePort }) : text;
    });
    return {
      name,
      verdict,
      state: stateOf([service, vm.vm, vm.vmi, ...vm.pods]),
      texts: [
        name,
        service.spec?.type ?? '',
        serviceAddresses(service)
          .map(({ text }) => text)
          .join(' '),
        dnsName,
        ports.join(' '),
      ],
      cells: [
        <ResourceLink key="name" groupVersionKind={gvkOf('Service')} name={name} namespace={namespace} />,
        service.spec?.type,
        <ServiceAddresses key="addresses" service={service} />,
        <CopyText key="dns" text={dnsName} />,
        ports.map((text) => <div key={text}>{text}</div>),
      ],
    };
  });
  return (
    <ReachTable
      items={t('Services')}
      columns={columns}
      rows={rows}
      detailOf={(name, onVerdict) => {
        const service = serviceOf(name);
        return (
          service && (
            <ExposureDetail
              {...actions}
              service={service}
              vm={vm}
              services={services}
              endpointSlices={endpointSlices}
              rights={rights}
              onVerdict={onVerdict}
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
