import { useWatchedVms } from '../../cluster/watch/useWatchedVms';
import { MOST_VMS } from '../../domain/draft/vmNames';
import { WizardGate, type AskedVms } from './WizardGate';
import { TooManyVms } from './TooManyVms';

/** The wizard for several VMs, up to as many as can be watched one by one. */
const SeveralVms = ({ presets, ...asked }: AskedVms & { readonly presets: string }) =>
  asked.vmNames.length > MOST_VMS ? (
    <TooManyVms namespace={asked.namespace} count={asked.vmNames.length} presets={presets} />
  ) : (
    <Watched {...asked} />
  );

const Watched = (asked: AskedVms) => <WizardGate {...asked} watched={useWatchedVms(asked.namespace, asked.vmNames)} />;

export default SeveralVms;
