import type { Failure } from '../domain/k8s/failure';
import { FailureAlert } from './FailureAlert';
import { ReloadButton } from './loading/ReloadButton';
import { useText } from './useText';

/** Why steps could not be planned: no look at the cluster, or no code to do it with. */
export const NotPlannedAlert = ({ failure }: { failure: Failure }) => {
  const t = useText();
  return failure.isPartMissing ? (
    <FailureAlert title={t('A part of Expose VM could not be loaded, so nothing was sent.')} failure={failure}>
      <ReloadButton />
    </FailureAlert>
  ) : (
    <FailureAlert title={t('The cluster could not be looked at, so nothing was sent.')} failure={failure} />
  );
};
