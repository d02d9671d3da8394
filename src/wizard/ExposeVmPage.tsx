import { useState } from 'react';
import { DocumentTitle, NamespaceBar } from '@openshift-console/dynamic-plugin-sdk';
import { PageSection, Title } from '@patternfly/react-core';
import { useRights } from '../cluster/useRights';
import { useWatchedVm } from '../cluster/watchVm';
import { useLocation, useParams } from '../host/router';
import { FailureAlert } from '../ui/FailureAlert';
import { Loading } from '../ui/Loading';
import { useText } from '../ui/useText';
import { Blocked } from './Blocked';
import { ExposeWizard } from './ExposeWizard';
import { VmPicker } from './VmPicker';

/** `/expose-vm/ns/:ns/:name`, the wizard for one VM; without a name, a picker for the project or for all of them. */
const ExposeVmPage = () => {
  const t = useText();
  const { ns, name = '' } = useParams();
  const title = name ? t('Expose {{name}}', { name }) : t('Expose a virtual machine');
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <NamespaceBar isDisabled={name !== ''} />
      <PageSection hasBodyWrapper={false}>
        <Title headingLevel="h1">{title}</Title>
      </PageSection>
      {ns && name ? <OneVm key={`${ns}/${name}`} namespace={ns} name={name} /> : <VmPicker {...(ns ? { namespace: ns } : {})} />}
    </>
  );
};

const OneVm = ({ namespace, name }: { namespace: string; name: string }) => {
  const t = useText();
  const { search } = useLocation();
  const [round, setRound] = useState(0);
  const watched = useWatchedVm(namespace, name);
  const { rights, failure } = useRights(namespace);
  if (failure) {
    return <FailureAlert title={t('It could not be found out what you may do in project {{namespace}}.', { namespace })} failure={failure} />;
  }
  if (!watched.loaded || !rights) return <Loading />;
  if (!watched.hasKubeVirt || (watched.vmFailure && !watched.vm)) {
    return <Blocked namespace={namespace} name={name} hasKubeVirt={watched.hasKubeVirt} failure={watched.vmFailure} />;
  }
  if (!watched.vm) return <Loading />;
  // another query asks for another draft
  return <ExposeWizard key={`${round}${search}`} namespace={namespace} name={name} vm={watched.vm} watched={watched} rights={rights} onAgain={() => setRound(round + 1)} />;
};

export default ExposeVmPage;
