import { useMemo, useState } from 'react';
import { Button, Content, EmptyState, EmptyStateBody, EmptyStateFooter, PageSection } from '@patternfly/react-core';
import { useWatchedVmList } from '../../cluster/watch/useWatchedVmList';
import { nameOf, type VirtualMachine } from '../../domain/k8s/objects';
import { Loading } from '../../ui/loading/Loading';
import { useText } from '../../ui/useText';
import { Blocked } from '../vms/Blocked';
import { sortedVms, vmsNamedLike, type VmOrder } from './pickableVms';
import type { Page } from './PickerPagination';
import { PickerTable } from './PickerTable';
import { PickerToolbar } from './PickerToolbar';

interface VmPickerProps {
  /** absent when all projects are shown */
  readonly namespace?: string;
  /** the rest of the page's query, passed on to the wizard */
  readonly presets: string;
}

/** Chooses one VM or, in one project, several when the page was opened without any. */
const VmPicker = ({ namespace, presets }: VmPickerProps) => {
  const t = useText();
  const { loaded, hasKubeVirt, vms, failure } = useWatchedVmList(namespace);
  if (!loaded) return <Loading />;
  if (!hasKubeVirt || failure)
    return <Blocked {...(namespace ? { namespace } : {})} hasKubeVirt={hasKubeVirt} failure={failure} />;
  if (vms.length === 0) {
    return (
      <EmptyState
        headingLevel="h2"
        titleText={namespace ? t('No virtual machines in {{namespace}}', { namespace }) : t('No virtual machines')}
      >
        <EmptyStateBody>{t('Create a virtual machine, or select another project.')}</EmptyStateBody>
      </EmptyState>
    );
  }
  return <PickableVms vms={vms} {...(namespace ? { namespace } : {})} presets={presets} />;
};

const PickableVms = ({ vms, namespace, presets }: VmPickerProps & { readonly vms: readonly VirtualMachine[] }) => {
  const t = useText();
  const [wanted, setWanted] = useState('');
  const [order, setOrder] = useState<VmOrder>({ column: 'name', direction: 'asc' });
  const [{ page, perPage }, setPage] = useState<Page>({ page: 1, perPage: 20 });
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());

  const sorted = useMemo(() => sortedVms(vms, order), [vms, order]);
  const found = useMemo(() => vmsNamedLike(sorted, wanted), [sorted, wanted]);
  // a VM that was deleted after it was picked does not count
  const pickedNames = useMemo(() => sorted.map(nameOf).filter((name) => picked.has(name)), [sorted, picked]);
  // the list may have become shorter under the page
  const shownPage = Math.min(page, Math.max(1, Math.ceil(found.length / perPage)));
  const pick = (names: readonly string[], isPicked: boolean) =>
    setPicked(
      (before) => new Set(isPicked ? [...before, ...names] : [...before].filter((name) => !names.includes(name))),
    );

  const shown = found.slice((shownPage - 1) * perPage, shownPage * perPage);
  const want = (typed: string) => {
    setWanted(typed);
    setPage({ page: 1, perPage });
  };

  return (
    <PageSection hasBodyWrapper={false}>
      <PickerToolbar
        {...(namespace ? { namespace } : {})}
        wanted={wanted}
        onWant={want}
        page={{ page: shownPage, perPage }}
        count={found.length}
        onPage={setPage}
        shownNames={shown.map(nameOf)}
        pickedNames={pickedNames}
        presets={presets}
        onPick={pick}
      />
      {!namespace && (
        <Content component="small">
          {t('Select a project to expose several VMs together. A Service reaches only VMs in its own project.')}
        </Content>
      )}
      {found.length === 0 && (
        <EmptyState headingLevel="h2" titleText={t('No results found')}>
          <EmptyStateFooter>
            <Button variant="link" onClick={() => want('')}>
              {t('Clear all filters')}
            </Button>
          </EmptyStateFooter>
        </EmptyState>
      )}
      <PickerTable
        vms={shown}
        order={order}
        onOrder={setOrder}
        presets={presets}
        isOfOneProject={namespace !== undefined}
        picked={picked}
        onPick={pick}
      />
    </PageSection>
  );
};

export default VmPicker;
