import { useState, type ComponentType } from 'react';
import { PageSection } from '@patternfly/react-core';
import { useRights } from '../../cluster/ask/useRights';
import type { WatchedVms } from '../../cluster/watch/watchedVms';
import { useWatchedRoutes } from '../../cluster/watch/useWatchedRoutes';
import { useLocation } from '../../host/router';
import { FailureAlert } from '../../ui/FailureAlert';
import { lazyPart } from '../../ui/loading/lazyPart';
import { Loading } from '../../ui/loading/Loading';
import { useText } from '../../ui/useText';
import { presetsOf } from '../vms/requestedVms';
import { Blocked } from '../vms/Blocked';
import { ExposeWizard } from '../ExposeWizard';
import type { ExposeWizardProps } from '../draft/wizardProps';
import { OneByOne } from './OneByOne';
import { WithoutWizard } from './WithoutWizard';

// needed only where some are not there
const MissingVms = lazyPart(() => import('../vms/MissingVms'), null);

/** The VMs that the address of the page asks for. */
export interface RequestedVms {
  readonly namespace: string;
  readonly vmNames: readonly string[];
}

interface WizardGateProps extends RequestedVms {
  readonly watched: WatchedVms;
  /** the wizard that is shown; for one Service unless it is given */
  readonly Wizard?: ComponentType<ExposeWizardProps>;
}

/** The wizard, once all is known that it needs; until then, or where it cannot be known, what stands in its place. */
export const WizardGate = ({ namespace, vmNames, watched, Wizard = ExposeWizard }: WizardGateProps) => {
  const t = useText();
  const { search } = useLocation();
  const [round, setRound] = useState(0);
  const { rights, failure } = useRights(namespace);
  const count = vmNames.length;
  const routes = useWatchedRoutes(namespace, rights?.createRoute === true);
  if (failure) {
    return (
      <WithoutWizard count={count}>
        <PageSection hasBodyWrapper={false}>
          <FailureAlert
            title={t('Your permissions in project {{namespace}} could not be read', { namespace })}
            failure={failure}
          />
        </PageSection>
      </WithoutWizard>
    );
  }
  const loading = (
    <WithoutWizard count={count}>
      <Loading />
    </WithoutWizard>
  );
  if (!watched.loaded || !rights || !routes.isSettled) return loading;
  const { hasKubeVirt, vms, missing, vmFailure } = watched;
  if (!hasKubeVirt || (vmFailure && vms.length === 0)) {
    const [name = '', ...others] = vmNames;
    return (
      <WithoutWizard count={count}>
        <Blocked
          namespace={namespace}
          {...(others.length === 0 ? { name } : {})}
          hasKubeVirt={hasKubeVirt}
          failure={vmFailure}
        />
        {others.length > 0 && vmFailure?.code === 403 && <OneByOne namespace={namespace} vmNames={vmNames} />}
      </WithoutWizard>
    );
  }
  if (missing.length === vmNames.length)
    return (
      <WithoutWizard count={count}>
        <PageSection hasBodyWrapper={false}>
          <MissingVms namespace={namespace} vmNames={vmNames} missing={missing} />
        </PageSection>
      </WithoutWizard>
    );
  if (vms.length === 0) return loading;
  // other presets need another draft
  const key = `${round}${presetsOf(search)}`;
  return (
    <Wizard
      key={key}
      namespace={namespace}
      vmNames={vmNames}
      watched={watched}
      watchedRoutes={routes}
      rights={rights}
      onAgain={() => setRound(round + 1)}
    />
  );
};
