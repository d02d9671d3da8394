import { useState, type ReactNode } from 'react';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { ExpandableRowContent, Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { gvkOf } from '../cluster/models';
import { useClusterDomain } from '../cluster/useClusterDomain';
import { dnsNames } from '../domain/dnsNames';
import type { Exposure } from '../domain/exposure';
import { nameOf, type Service } from '../domain/objects';
import { portTexts } from '../domain/servicePort';
import { CopyText } from '../ui/CopyText';
import { VerdictLabel } from '../ui/VerdictLabel';
import { useText } from '../ui/useText';
import { ExposureDetail } from './ExposureDetail';

const clusterIpsOf = ({ spec }: Service): string[] => spec?.clusterIPs ?? (spec?.clusterIP ? [spec.clusterIP] : []);

/** Percent of the table: addresses and names are what people copy, so they should not break. */
const WIDTHS: Readonly<Record<string, 15 | 20 | 30>> = { name: 15, ip: 20, dns: 30 };

interface ExposureTableProps {
  readonly namespace: string;
  readonly exposures: readonly Exposure[];
  /** the menu of a Service */
  readonly actionsOf: (service: Service) => ReactNode;
}

/** The Services, one row each, opened up to the findings. Services that do not reach the VM begin opened. */
export const ExposureTable = ({ namespace, exposures, actionsOf }: ExposureTableProps) => {
  const t = useText();
  const { domain } = useClusterDomain();
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const isOpen = ({ service, verdict }: Exposure) => (verdict !== 'reaches') !== toggled.has(nameOf(service));
  const toggle = (name: string) =>
    setToggled((before) => new Set(before.has(name) ? [...before].filter((other) => other !== name) : [...before, name]));
  const columns = { name: t('Name'), type: t('Type'), ip: t('Cluster IP'), dns: t('DNS name'), ports: t('Ports'), verdict: t('Verdict') };
  return (
    <Table variant="compact" aria-label={t('Services')} isExpandable>
      <Thead>
        <Tr>
          <Th screenReaderText={t('Show why')} />
          {Object.entries(columns).map(([key, title]) => (
            <Th key={key} {...(WIDTHS[key] ? { width: WIDTHS[key] } : {})}>
              {title}
            </Th>
          ))}
          <Th screenReaderText={t('Actions')} />
        </Tr>
      </Thead>
      {exposures.map((exposure, rowIndex) => {
        const { service, verdict } = exposure;
        const name = nameOf(service);
        const expanded = isOpen(exposure);
        return (
          <Tbody key={name} isExpanded={expanded}>
            <Tr isContentExpanded={expanded}>
              <Td expand={{ rowIndex, isExpanded: expanded, onToggle: () => toggle(name) }} />
              {/* PatternFly names the opening button after the cell of this id */}
              <Td id={`simple-node${rowIndex}`} dataLabel={columns.name} modifier="breakWord">
                <ResourceLink groupVersionKind={gvkOf('Service')} name={name} namespace={namespace} />
              </Td>
              <Td dataLabel={columns.type}>{service.spec?.type}</Td>
              <Td dataLabel={columns.ip} modifier="nowrap">
                {clusterIpsOf(service).map((ip) => (
                  <CopyText key={ip} text={ip} />
                ))}
              </Td>
              <Td dataLabel={columns.dns} modifier="breakWord">
                <CopyText text={dnsNames(name, namespace, domain)[0]?.name ?? ''} />
              </Td>
              <Td dataLabel={columns.ports} modifier="nowrap">
                {portTexts(service).map((text) => (
                  <div key={text}>{text}</div>
                ))}
              </Td>
              <Td dataLabel={columns.verdict} modifier="fitContent">
                <VerdictLabel verdict={verdict} />
              </Td>
              <Td isActionCell>{actionsOf(service)}</Td>
            </Tr>
            <Tr isExpanded={expanded}>
              <Td />
              <Td colSpan={Object.keys(columns).length + 1}>
                <ExpandableRowContent>
                  <ExposureDetail exposure={exposure} />
                </ExpandableRowContent>
              </Td>
            </Tr>
          </Tbody>
        );
      })}
    </Table>
  );
};
