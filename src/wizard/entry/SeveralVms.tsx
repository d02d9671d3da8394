import type { ComponentProps } from 'react';
import { useWatchedVms } from '../../cluster/watch/useWatchedVms';
import { MAX_VMS, MAX_VMS_EACH } from '../../domain/draft/vmNames';
import { useLocation } from '../../host/router';
import { isForEach } from '../vms/requestedVms';
import { WizardGate, type RequestedVms } from './WizardGate';
import { lazyPart } from '../../ui/loading/lazyPart';
import { TooManyVms } from './TooManyVms';
import { WithoutWizard } from './WithoutWizard';

// most runs make one Service
const EachWizard = lazyPart(() => import('../each/EachWizard'));

/** The wizard for several VMs, with one Service for all or one for each, up to the number that one run can have. */
const SeveralVms = ({ presets, ...requested }: RequestedVms & { readonly presets: string }) => {
  const isEach = isForEach(useLocation().search);
  return requested.vmNames.length > (isEach ? MAX_VMS_EACH : MAX_VMS) ? (
    <WithoutWizard count={requested.vmNames.length}>
      <TooManyVms {...requested} presets={presets} isForEach={isEach} />
    </WithoutWizard>
  ) : (
    // the two kinds of run have nothing in common that could be kept
    <Watched key={String(isEach)} {...requested} {...(isEach ? { Wizard: EachWizard } : {})} />
  );
};

const Watched = (requested: Omit<ComponentProps<typeof WizardGate>, 'watched'>) => (
  <WizardGate {...requested} watched={useWatchedVms(requested.namespace, requested.vmNames)} />
);

export default SeveralVms;
