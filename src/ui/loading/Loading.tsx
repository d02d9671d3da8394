import { Bullseye, Spinner } from '@patternfly/react-core';
import { useText } from '../useText';

/** What stands where something is still being read. */
export const Loading = () => {
  const t = useText();
  return (
    <Bullseye className="pf-v6-u-p-xl">
      <Spinner size="lg" aria-label={t('Loading')} />
    </Bullseye>
  );
};
