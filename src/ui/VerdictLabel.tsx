import { Label } from '@patternfly/react-core';
import type { Verdict } from '../domain/diagnosis/diagnose';
import { useText } from './useText';

/** Whether a Service reaches the VM, told by word and icon, not by colour alone. */
export const VerdictLabel = ({ verdict }: { verdict: Verdict }) => {
  const t = useText();
  switch (verdict) {
    case 'reaches':
      return <Label status="success">{t('reaches')}</Label>;
    case 'reaches-partly':
      return <Label status="warning">{t('reaches partly')}</Label>;
    case 'does-not-reach':
      return <Label status="danger">{t('does not reach')}</Label>;
    case 'not-checked':
      return <Label status="warning">{t('not checked')}</Label>;
  }
};
