import type { WatchedVms } from '../../cluster/watch/watchedVms';
import { FailureAlert } from '../../ui/FailureAlert';
import { useText } from '../../ui/useText';

/** What could not be read, and what is unknown because of that. */
export const UnreadAlerts = ({ namespace, watched }: { namespace: string; watched: WatchedVms }) => {
  const t = useText();
  const { instancesFailure, podsFailure, servicesFailure } = watched;
  return (
    <>
      {instancesFailure && (
        <FailureAlert
          title={t(
            'What runs the virtual machines of project {{namespace}} could not be read, so it is not known whether they run.',
            { namespace },
          )}
          failure={instancesFailure}
        />
      )}
      {podsFailure && (
        <FailureAlert
          title={t('The pods of project {{namespace}} could not be read, so what the Services select is not known.', {
            namespace,
          })}
          failure={podsFailure}
        />
      )}
      {servicesFailure && (
        <FailureAlert
          title={t(
            'The Services of project {{namespace}} could not be read, so it is not known which names are taken.',
            { namespace },
          )}
          failure={servicesFailure}
        />
      )}
    </>
  );
};
