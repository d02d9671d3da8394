import { useWatchedVms } from '../../cluster/watch/useWatchedVms';
import { MAX_VMS } from '../../domain/draft/vmNames';
import { WizardGate, type RequestedVms } from './WizardGate';
import { TooManyVms } from './TooManyVms';
import { WithoutWizard } from './WithoutWizard';

/** The wizard for several VMs, up to the number that can be watched one by one. */
const SeveralVms = ({ presets, ...requested }: RequestedVms & { readonly presets: string }) =>
  requested.vmNames.length > MAX_VMS ? (
    <WithoutWizard count={requested.vmNames.length}>
      <TooManyVms namespace={requested.namespace} count={requested.vmNames.length} presets={presets} />
    </WithoutWizard>
  ) : (
    <Watched {...requested} />
  );

const Watched = (requested: RequestedVms) => (
  <WizardGate {...requested} watched={useWatchedVms(requested.namespace, requested.vmNames)} />
);

export default SeveralVms;
