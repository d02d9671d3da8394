import { useMemo } from 'react';
import { Content, Stack, StackItem } from '@patternfly/react-core';
import type { Verdict } from '../../domain/diagnosis/diagnose';
import type { ExposedLists, ExposedRow } from '../../domain/exposed/exposedVms';
import { listsOfProject } from '../../domain/exposed/projectLists';
import { nameOf } from '../../domain/k8s/objects';
import type { Rights } from '../../domain/k8s/rights';
import { Link } from '../../host/router';
import ExposureDetail from '../../service-parts/detail/ExposureDetail';
import { Section } from '../../service-parts/detail/Section';
import type { StepsTask } from '../../service-parts/steps/stepsTask';
import { serviceVmsPath } from '../../ui/paths';
import { verdictText } from '../../ui/text/verdictText';
import { useText } from '../../ui/useText';

/** An opened row lists so many VMs: the Service's own page has them all. */
const MAX_LISTED = 20;

interface RowDetailProps {
  readonly row: ExposedRow;
  readonly lists: ExposedLists;
  /** true where the lists are those of all projects */
  readonly isOfAll: boolean;
  /** undefined while they are loading */
  readonly rights: Rights | undefined;
  /** called with what the further reads result in, where there is one VM */
  readonly onVerdict: (verdict: Verdict) => void;
  readonly onTask: (task: StepsTask) => void;
}

const quiet = (): void => undefined;

/** Why a Service reaches its VM or does not; of several VMs each on request, those that it does not reach first. */
const RowDetail = ({ row, lists, isOfAll, rights, onVerdict, onTask }: RowDetailProps) => {
  const t = useText();
  const { namespace, service, vms } = row;
  const own = useMemo(() => (isOfAll ? listsOfProject(lists, namespace) : lists), [isOfAll, lists, namespace]);
  const { services, endpointSlices } = own;
  const known = { service, services, endpointSlices, rights, onTask };
  const [only, ...others] = vms;
  if (only && others.length === 0) return <ExposureDetail {...known} vm={only.seen} onVerdict={onVerdict} />;
  const listed = [...vms].reverse().slice(0, MAX_LISTED);
  const name = nameOf(service);
  return (
    <Stack hasGutter className="pf-v6-u-p-sm">
      <StackItem>
        <Content component="p">{t('Service {{name}} is for {{count}} VMs.', { name, count: vms.length })}</Content>
      </StackItem>
      {listed.map(({ seen, exposure }) => {
        const vmName = nameOf(seen.vm);
        return (
          <StackItem key={vmName}>
            <Section
              title={t('{{name}}: {{verdict}}', { name: vmName, verdict: verdictText(t, exposure.verdict) })}
              of={name}
            >
              {() => <ExposureDetail {...known} vm={seen} onVerdict={quiet} />}
            </Section>
          </StackItem>
        );
      })}
      <StackItem>
        <Link to={serviceVmsPath(namespace, name)}>{t('View all {{count}} VMs', { count: vms.length })}</Link>
      </StackItem>
    </Stack>
  );
};

export default RowDetail;
