import { Label, type LabelProps } from '@patternfly/react-core';
import type { Verdict } from '../domain/diagnosis/diagnose';
import { useText } from './useText';
import { verdictText } from './text/verdictText';

const STATUS: Readonly<Record<Verdict, LabelProps['status']>> = {
  reachable: 'success',
  'partly-reachable': 'warning',
  'not-reachable': 'danger',
  'not-checked': undefined,
};

/** Whether a Service reaches the VM, told by word and icon, not by color alone. */
export const VerdictLabel = ({ verdict }: { verdict: Verdict }) => {
  const t = useText();
  return <Label {...(STATUS[verdict] ? { status: STATUS[verdict] } : {})}>{verdictText(t, verdict)}</Label>;
};
