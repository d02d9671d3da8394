import { Label, type LabelProps } from '@patternfly/react-core';
import type { Verdict } from '../domain/diagnosis/diagnose';
import { useText } from './useText';
import { verdictText } from './text/verdictText';

const STATUS: Readonly<Record<Verdict, LabelProps['status']>> = {
  reaches: 'success',
  'reaches-partly': 'warning',
  'does-not-reach': 'danger',
  'not-checked': 'warning',
};

/** Whether a Service reaches the VM, told by word and icon, not by colour alone. */
export const VerdictLabel = ({ verdict }: { verdict: Verdict }) => {
  const t = useText();
  return <Label status={STATUS[verdict]}>{verdictText(t, verdict)}</Label>;
};
