import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Content } from '@patternfly/react-core';
import { useClusterDomain } from '../cluster/ask/useClusterDomain';
import { useRightsOf } from '../cluster/ask/useRightsOf';
import { shownColumns } from '../domain/exposed/chosenColumns';
import { NO_FILTER } from '../domain/exposed/filters';
import { usePreference } from '../host/usePreference';
import { lazyPart } from '../ui/loading/lazyPart';
import { useText } from '../ui/useText';
import type { StepsTask } from '../service-parts/steps/stepsTask';
import { VerdictNews } from '../service-parts/list/VerdictNews';
import { useWidth } from '../host/useWidth';
import type { TestedService } from '../domain/cluster-test/projectTests';
import { BulkActions } from './bulk/BulkActions';
import type { ReadProject } from './reads/ProjectLists';
import { ListTable } from './table/ListTable';
import { ListToolbar } from './table/ListToolbar';
import { useListedRows } from './useListedRows';
import { useListState } from './useListState';
import { useSelection } from './useSelection';

// needed only when they are asked for
const StepsDialog = lazyPart(() => import('../service-parts/steps/StepsDialog'), null);
const TestDialog = lazyPart(() => import('./bulk/TestDialog'), null);
const UnreadKinds = lazyPart(() => import('./reads/UnreadKinds'), null);
const NoResults = lazyPart(() => import('./NoResults'));
const NothingExposed = lazyPart(() => import('./NothingExposed'));

interface ExposedVmsProps {
  /** undefined for all projects */
  readonly namespace?: string;
  readonly read: readonly ReadProject[];
}

/** The list of exposed VMs: what it filters, sorts, selects and opens. */
export const ExposedVms = ({ namespace, read }: ExposedVmsProps) => {
  const t = useText();
  const { domain } = useClusterDomain();
  const [state, setState] = useListState();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const { all, counts, listed, tell } = useListedRows(read, domain, state, opened);
  const { selected, selectedRows, select, selectNone } = useSelection(listed);
  const [menus, setMenus] = useState<ReadonlySet<string>>(new Set());
  const [task, setTask] = useState<StepsTask>();
  const [tested, setTested] = useState<readonly TestedService[]>();
  const [kept, keepColumns] = usePreference<readonly string[]>('expose-vm.exposedVmsColumns', []);
  const pane = useRef<HTMLDivElement>(null);
  const width = useWidth(pane);
  const columns = useMemo(() => shownColumns(kept, namespace === undefined), [kept, namespace]);

  // the same functions at each render, so that a row is rendered again only where something of it is new
  const projectOf = useCallback(
    (name: string): ReadProject | undefined =>
      read.find((one) => one.namespace === undefined || one.namespace === name),
    [read],
  );
  const latest = useRef(projectOf);
  useEffect(() => {
    latest.current = projectOf;
  }, [projectOf]);
  const projectNow = useCallback((name: string) => latest.current(name), []);
  const toggle = useCallback(
    (key: string) =>
      setOpened((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key])),
    [],
  );
  const wantRights = useCallback(
    (name: string) => setMenus((before) => (before.has(name) ? before : new Set([...before, name]))),
    [],
  );
  // asked about when something is to be done there
  const wanted = new Set([
    ...menus,
    ...selectedRows.map((row) => row.namespace),
    ...listed.flatMap((row) => (opened.has(row.key) ? [row.namespace] : [])),
  ]);
  const rights = useRightsOf([...wanted].sort());
  const { page, perPage } = state;
  // the current page might no longer exist
  const shownPage = Math.min(page, Math.max(1, Math.ceil(listed.length / perPage)));
  const shown = listed.slice((shownPage - 1) * perPage, shownPage * perPage);
  const services = all.filter(({ kind }) => kind === 'service').length;
  const vmCount = read.reduce((sum, { lists }) => sum + (lists?.vms.length ?? 0), 0);
  const isReadable = read.some(({ lists }) => lists !== undefined);
  return (
    <div ref={pane}>
      {read.some(({ failures }) => failures.size > 0) && <UnreadKinds namespace={namespace} read={read} />}
      {isReadable && (
        <>
          <ListToolbar
            state={state}
            onState={setState}
            counts={counts}
            count={listed.length}
            page={shownPage}
            shown={shown}
            selected={selected}
            onSelect={select}
            onSelectNone={selectNone}
            chosenColumns={columns}
            onColumns={keepColumns}
            listed={listed}
            isTight={width > 0 && width < 600}
          >
            <BulkActions
              rows={selectedRows}
              rights={rights}
              projectOf={projectOf}
              onTask={setTask}
              onTest={setTested}
            />
          </ListToolbar>
          <VerdictNews
            verdicts={
              new Map(shown.flatMap((row) => (row.kind === 'service' ? [[row.serviceName, row.row.verdict]] : [])))
            }
          />
          {listed.length > 0 ? (
            <ListTable
              columns={columns}
              rows={shown}
              width={width}
              order={state.order}
              onOrder={(order) => setState({ order })}
              selected={selected}
              onSelect={select}
              opened={opened}
              onToggle={toggle}
              projectOf={projectOf}
              projectNow={projectNow}
              rights={rights}
              onMenu={wantRights}
              onVerdict={tell}
              onTask={setTask}
              onTest={setTested}
            />
          ) : all.length > 0 ? (
            <NoResults onClear={() => setState({ filter: NO_FILTER })} />
          ) : (
            <NothingExposed
              namespace={namespace}
              vmCount={vmCount}
              hasKubeVirt={read.every((one) => one.hasKubeVirt)}
              onShowVms={() => setState({ showsNotExposed: true })}
            />
          )}
          {services > 0 && (
            <Content component="small" className="pf-v6-u-mt-md">
              {t('Based on configuration. Client-side policies and firewalls are not visible here.')}
            </Content>
          )}
        </>
      )}
      {task && (
        <StepsDialog
          task={task}
          rights={namespace ? rights.get(namespace) : undefined}
          onClose={() => setTask(undefined)}
        />
      )}
      {tested && (
        <TestDialog services={tested} clusterDomain={domain} rights={rights} onClose={() => setTested(undefined)} />
      )}
    </div>
  );
};
