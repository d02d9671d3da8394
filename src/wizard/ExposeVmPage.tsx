import { lazy, Suspense, useMemo, useState } from 'react';
import { DocumentTitle, NamespaceBar } from '@openshift-console/dynamic-plugin-sdk';
import { PageSection, Title } from '@patternfly/react-core';
import { useRights } from '../cluster/useRights';
import type { WatchedVms } from '../cluster/watchedVms';
import { useWatchedRoutes } from '../cluster/watchRoutes';
import { useWatchedVm } from '../cluster/watchVm';
import { useWatchedVms } from '../cluster/watchVms';
import { keyOfVms, MOST_VMS } from '../domain/vmNames';
import { Navigate, useLocation, useParams } from '../host/router';
import { FailureAlert } from '../ui/FailureAlert';
import { Loading } from '../ui/Loading';
import { exposePath, withQuery } from '../ui/paths';
import { useText, type Text } from '../ui/useText';
import { askedVms, presetsOf } from './askedVms';
import { Blocked } from './Blocked';
import { ExposeWizard } from './ExposeWizard';
import { MissingVms } from './MissingVms';
import { OneByOne } from './OneByOne';
import { TooManyVms } from './TooManyVms';

// whoever comes from a VM needs no picker
const VmPicker = lazy(() => import('./VmPicker'));

function titleOf(t: Text, [name, ...others]: readonly string[]): string {
  if (name === undefined) return t('Expose a virtual machine');
  return others.length === 0 ? t('Expose {{name}}', { name }) : t('Expose {{count}} virtual machines', { count: others.length + 1 });
}

/**
 * `/expose-vm/ns/:ns/:name`, the wizard for one VM; `/expose-vm/ns/:ns?vm=a&vm=b`, for several; without a name, a picker
 * for the project or for all of them. What else is in the query presets the draft.
 */
const ExposeVmPage = () => {
  const t = useText();
  const { ns = '', name = '' } = useParams();
  const { search } = useLocation();
  const presets = presetsOf(search);
  const vmNames = useMemo(() => (ns ? askedVms(name, search) : []), [ns, name, search]);
  const isForOne = vmNames.length === 1;
  // one VM has one address, whichever way it was asked for, so that its draft and its run are found again
  if (vmNames.length > 0 && isForOne !== (name !== '')) return <Navigate replace to={withQuery(exposePath(ns, ...vmNames), presets)} />;
  const title = titleOf(t, vmNames);
  const key = `${ns}/${keyOfVms(vmNames)}`;
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <NamespaceBar isDisabled={vmNames.length > 0} />
      <PageSection hasBodyWrapper={false}>
        <Title headingLevel="h1">{title}</Title>
      </PageSection>
      {vmNames.length === 0 && (
        <Suspense fallback={<Loading />}>
          <VmPicker key={key} {...(ns ? { namespace: ns } : {})} presets={presets} />
        </Suspense>
      )}
      {isForOne && <OneVm key={key} namespace={ns} vmNames={vmNames} />}
      {vmNames.length > MOST_VMS && <TooManyVms namespace={ns} count={vmNames.length} presets={presets} />}
      {vmNames.length > 1 && vmNames.length <= MOST_VMS && <SeveralVms key={key} namespace={ns} vmNames={vmNames} />}
    </>
  );
};

interface AskedProps {
  readonly namespace: string;
  readonly vmNames: readonly string[];
}

const OneVm = (asked: AskedProps) => <Asked {...asked} watched={useWatchedVm(asked.namespace, asked.vmNames[0] ?? '')} />;
const SeveralVms = (asked: AskedProps) => <Asked {...asked} watched={useWatchedVms(asked.namespace, asked.vmNames)} />;

/** The wizard, once all is known that it needs; until then, or where it cannot be known, what stands in its place. */
const Asked = ({ namespace, vmNames, watched }: AskedProps & { readonly watched: WatchedVms }) => {
  const t = useText();
  const { search } = useLocation();
  const [round, setRound] = useState(0);
  const { rights, failure } = useRights(namespace);
  const routes = useWatchedRoutes(namespace, rights?.createRoute === true);
  if (failure) {
    return <FailureAlert title={t('It could not be found out what you may do in project {{namespace}}.', { namespace })} failure={failure} />;
  }
  if (!watched.loaded || !rights || !routes.isSettled) return <Loading />;
  const { hasKubeVirt, vms, missing, vmFailure } = watched;
  if (!hasKubeVirt || (vmFailure && vms.length === 0)) {
    const [name = '', ...others] = vmNames;
    return (
      <>
        <Blocked namespace={namespace} {...(others.length === 0 ? { name } : {})} hasKubeVirt={hasKubeVirt} failure={vmFailure} />
        {others.length > 0 && vmFailure?.code === 403 && <OneByOne namespace={namespace} vmNames={vmNames} />}
      </>
    );
  }
  if (missing.length === vmNames.length) return <MissingVms namespace={namespace} vmNames={vmNames} missing={missing} />;
  if (vms.length === 0) return <Loading />;
  // other presets ask for another draft
  const key = `${round}${presetsOf(search)}`;
  return <ExposeWizard key={key} namespace={namespace} vmNames={vmNames} watched={watched} watchedRoutes={routes} rights={rights} onAgain={() => setRound(round + 1)} />;
};

export default ExposeVmPage;
