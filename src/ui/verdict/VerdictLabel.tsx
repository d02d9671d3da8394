import { Label, type LabelProps } from '@patternfly/react-core';
import type { Verdict } from '../../domain/diagnosis/diagnose';
import { useText } from '../useText';
import { StatusIcon, VERDICT_LOOKS } from './StatusIcon';
import { verdictText } from '../text/verdictText';

const STATUS: Readonly<Record<Verdict, LabelProps['status']>> = {
  reachable: 'success',
  'partly-reachable': 'warning',
  'not-reachable': 'danger',
  'not-checked': undefined,
};

/** Whether a Service reaches the VM, told by word and icon, not by color alone. */
export const VerdictLabel = ({ verdict }: { verdict: Verdict }) => {
  const t = useText();
  const status = STATUS[verdict];
  return (
    // a label has an icon by itself only with a status
    <Label {...(status ? { status } : { icon: <StatusIcon look={VERDICT_LOOKS[verdict]} /> })}>
      {verdictText(t, verdict)}
    </Label>
  );
};
