import { Button } from '@patternfly/react-core';
import { useText } from '../useText';

/** Loads the console's page again, and with it the plugin's newest version. */
export const ReloadButton = () => {
  const t = useText();
  return <Button onClick={() => window.location.reload()}>{t('Reload page')}</Button>;
};
