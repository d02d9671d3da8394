import { useMemo } from 'react';
import { DocumentTitle, NamespaceBar } from '@openshift-console/dynamic-plugin-sdk';
import { PageSection, Title } from '@patternfly/react-core';
import { useWatchedVm } from '../../cluster/watch/useWatchedVm';
import { keyOfVms } from '../../domain/draft/vmNames';
import { Navigate, useLocation, useParams } from '../../host/router';
import { exposePath, withQuery } from '../../ui/paths';
import { useText, type Text } from '../../ui/useText';
import { exposeTitle } from '../vms/exposeTitle';
import { requestedVms, presetsOf } from '../vms/requestedVms';
import { WizardGate, type RequestedVms } from './WizardGate';
import { lazyPart } from '../../ui/loading/lazyPart';

// not needed for a single VM
const VmPicker = lazyPart(() => import('../picker/VmPicker'));
const SeveralVms = lazyPart(() => import('./SeveralVms'));

function titleOf(t: Text, [name, ...others]: readonly string[]): string {
  if (name === undefined) return t('Select virtual machines');
  return others.length === 0 ? t('Expose virtual machine {{name}}', { name }) : exposeTitle(t, others.length + 1);
}

/**
 * `/expose-vm/ns/:ns/:name`, the wizard for one VM; `/expose-vm/ns/:ns?vm=a&vm=b`, for several; without a name, a
 * picker for the project or for all of them. The rest of the query presets the draft.
 */
const ExposeVmPage = () => {
  const t = useText();
  const { ns = '', name = '' } = useParams();
  const { search } = useLocation();
  const presets = presetsOf(search);
  const vmNames = useMemo(() => (ns ? requestedVms(name, search) : []), [ns, name, search]);
  const isForOne = vmNames.length === 1;
  // one VM has one URL, however it was requested, so that its draft and its run are found again
  if (vmNames.length > 0 && isForOne !== (name !== ''))
    return <Navigate replace to={withQuery(exposePath(ns, ...vmNames), presets)} />;
  const title = titleOf(t, vmNames);
  const key = `${ns}/${keyOfVms(vmNames)}`;
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <NamespaceBar isDisabled={vmNames.length > 0} />
      {vmNames.length === 0 && (
        <>
          <PageSection hasBodyWrapper={false}>
            <Title headingLevel="h1">{title}</Title>
          </PageSection>
          <VmPicker key={key} {...(ns ? { namespace: ns } : {})} presets={presets} />
        </>
      )}
      {vmNames.length > 1 && <SeveralVms key={key} namespace={ns} vmNames={vmNames} presets={presets} />}
      {isForOne && <OneVm key={key} namespace={ns} vmNames={vmNames} />}
    </>
  );
};

const OneVm = (requested: RequestedVms) => (
  <WizardGate {...requested} watched={useWatchedVm(requested.namespace, requested.vmNames[0] ?? '')} />
);

export default ExposeVmPage;
