import { useRef } from 'react';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { Admission, PortAdmission } from '../../domain/network/networkPolicy';
import { POLICY_SOURCES } from '../../domain/network/policySource';
import { admissionText, policyPortText, policySourceText } from '../text/policySourceText';
import { useWidth } from '../../host/useWidth';
import { useText } from '../useText';
import { StatusIcon, type StatusLook } from './StatusIcon';

const LOOKS: Readonly<Record<Admission, StatusLook>> = { allowed: 'success', some: 'warning', blocked: 'danger' };
/** What a column needs, so that its words stay whole. */
const COLUMN_WIDTH = 130;

/** Ports that the policies treat alike, which share a column. */
const grouped = (admissions: readonly PortAdmission[]): readonly (readonly PortAdmission[])[] => {
  const groups = new Map<string, PortAdmission[]>();
  for (const admission of admissions) {
    const key = JSON.stringify(POLICY_SOURCES.map((source) => admission.sources[source]));
    groups.set(key, [...(groups.get(key) ?? []), admission]);
  }
  return [...groups.values()];
};

/** Which clients network policies allow on which port: a row for each kind of client, a column for like ports. */
export const PolicyMatrix = ({ admissions }: { readonly admissions: readonly PortAdmission[] }) => {
  const t = useText();
  const pane = useRef<HTMLDivElement>(null);
  const width = useWidth(pane);
  const columns = grouped(admissions).flatMap(([first, ...others]) =>
    first
      ? [{ sources: first.sources, title: [first, ...others].map(({ port }) => policyPortText(t, port)).join(', ') }]
      : [],
  );
  const isTight = width > 0 && width < COLUMN_WIDTH * (columns.length + 1);
  return (
    <div ref={pane}>
      <Table
        variant="compact"
        borders={false}
        aria-label={t('Clients that network policies allow')}
        className="pf-m-fixed"
        gridBreakPoint={isTight ? 'grid' : ''}
      >
        <Thead>
          <Tr>
            <Th>{t('Client')}</Th>
            {columns.map(({ title }) => (
              <Th key={title} modifier="wrap">
                {title}
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {POLICY_SOURCES.map((source) => (
            <Tr key={source}>
              <Td dataLabel={t('Client')}>{policySourceText(t, source)}</Td>
              {columns.map(({ title, sources }) => (
                <Td key={title} dataLabel={title}>
                  {/* one element: a card puts each into a line of its own */}
                  <div>
                    <StatusIcon look={LOOKS[sources[source]]} /> {admissionText(t, sources[source])}
                  </div>
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
};
