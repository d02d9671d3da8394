import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import {
  Checkbox,
  EmptyState,
  EmptyStateBody,
  PageSection,
  SearchInput,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useParams } from '@generation/router';
import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { DocumentTitle } from '../console-parts/DocumentTitle';
import ListPageHeader from '../console-parts/ListPageHeader';
import { NamespaceBar } from '../console-parts/NamespaceBar';
import { ResourceLink } from '../console-parts/ResourceLink';
import Timestamp from '../console-parts/Timestamp';
import { gvkOf } from '../kubernetes/modelNames';
import { useReadableList } from '../kubernetes/useReadableList';
import { Loading } from '../shell/Loading';
import { NotFoundPage } from './NotFoundPage';
import { useModelOfUrl } from './useModelOfUrl';

export interface WithStatus extends K8sResourceCommon {
  spec?: { type?: string; clusterIP?: string };
  status?: { printableStatus?: string; phase?: string };
}

/** The list of any kind. */
export function ResourceListPage(): JSX.Element {
  const { model, isLoaded } = useModelOfUrl();
  const { ns } = useParams();
  if (!model) {
    return isLoaded ? <NotFoundPage /> : <Loading />;
  }
  return <ResourceList key={`${model.apiGroup}~${model.kind}`} model={model} namespace={ns} />;
}

/** Rows beyond this are not drawn: there is no virtual scrolling here. */
const SHOWN_ROWS = 250;

/** Menus of a list whose rows can be selected. */
export interface RowMenus {
  ofRow: (row: WithStatus) => ReactNode;
  ofSelected: (rows: WithStatus[]) => ReactNode;
}

interface ResourceListProps {
  model: K8sModel;
  namespace?: string;
  menus?: RowMenus;
}

/** One kind's objects, of one project or of all. */
export function ResourceList({ model, namespace, menus }: ResourceListProps): JSX.Element {
  const list = useReadableList<WithStatus>(gvkOf(model), namespace);
  const [text, setText] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const matching = useMemo(
    () =>
      list.items
        .filter((item) => item.metadata?.name?.includes(text))
        .sort((one, other) => (one.metadata?.name ?? '').localeCompare(other.metadata?.name ?? '')),
    [list.items, text],
  );
  return (
    <>
      <DocumentTitle>{model.labelPlural}</DocumentTitle>
      {model.namespaced && <NamespaceBar />}
      <ListPageHeader title={model.labelPlural} />
      <PageSection hasBodyWrapper={false}>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <SearchInput
                aria-label="Filter by name"
                onChange={(_event, next) => setText(next)}
                onClear={() => setText('')}
                placeholder="Search by name…"
                value={text}
              />
            </ToolbarItem>
            {menus && (
              <ToolbarItem>
                {menus.ofSelected(list.items.filter(({ metadata }) => selected.has(metadata?.uid ?? '')))}
              </ToolbarItem>
            )}
            {matching.length > SHOWN_ROWS && (
              <ToolbarItem alignSelf="center">{`The first ${SHOWN_ROWS} of ${matching.length}`}</ToolbarItem>
            )}
          </ToolbarContent>
        </Toolbar>
        <Rows
          isNamespaced={model.namespaced ?? false}
          list={list}
          menus={menus}
          model={model}
          onSelected={setSelected}
          rows={matching.slice(0, SHOWN_ROWS)}
          selected={selected}
        />
      </PageSection>
    </>
  );
}

interface RowsProps {
  list: ReturnType<typeof useReadableList<WithStatus>>;
  rows: WithStatus[];
  model: K8sModel;
  isNamespaced: boolean;
  menus?: RowMenus;
  /** UIDs of the selected rows. */
  selected: ReadonlySet<string>;
  onSelected: (selected: ReadonlySet<string>) => void;
}

function Rows({ list, rows, model, isNamespaced, menus, selected, onSelected }: RowsProps): JSX.Element {
  if (list.isDenied) {
    return (
      <EmptyState data-test="restricted" headingLevel="h2" titleText="Restricted access">
        <EmptyStateBody>{`You do not have the right to list ${model.labelPlural} here. Choose a project you have access to.`}</EmptyStateBody>
      </EmptyState>
    );
  }
  if (list.error) {
    return <EmptyState headingLevel="h2" titleText={list.error.message} />;
  }
  if (!list.isLoaded) {
    return <Loading />;
  }
  if (rows.length === 0) {
    return <EmptyState data-test="empty" headingLevel="h2" titleText={`No ${model.labelPlural} found`} />;
  }
  return (
    <Table aria-label={model.labelPlural} data-test="resource-list" variant="compact">
      <Thead>
        <Tr>
          {menus && <Th screenReaderText="Select" />}
          <Th>Name</Th>
          {isNamespaced && <Th>Namespace</Th>}
          <Th>Status</Th>
          <Th>Created</Th>
          {menus && <Th screenReaderText="Actions" />}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => {
          const { metadata, spec, status } = row;
          const uid = metadata?.uid ?? '';
          const toggled = (isSelected: boolean): ReadonlySet<string> =>
            new Set([...[...selected].filter((other) => other !== uid), ...(isSelected ? [uid] : [])]);
          return (
            <Tr key={uid}>
              {menus && (
                <Td>
                  <Checkbox
                    aria-label={`Select ${metadata?.name}`}
                    id={`select-${uid}`}
                    isChecked={selected.has(uid)}
                    onChange={(_event, isSelected) => onSelected(toggled(isSelected))}
                  />
                </Td>
              )}
              <Td dataLabel="Name">
                <ResourceLink groupVersionKind={gvkOf(model)} name={metadata?.name} namespace={metadata?.namespace} />
              </Td>
              {isNamespaced && <Td dataLabel="Namespace">{metadata?.namespace}</Td>}
              <Td dataLabel="Status">{status?.printableStatus ?? status?.phase ?? spec?.type ?? '-'}</Td>
              <Td dataLabel="Created">
                <Timestamp timestamp={metadata?.creationTimestamp} />
              </Td>
              {menus && <Td isActionCell>{menus.ofRow(row)}</Td>}
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
