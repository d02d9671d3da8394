import { List, ListItem } from '@patternfly/react-core';
import { familyOf } from '../../domain/diagnosis/catalogue';
import type { PlannedNotChecked } from '../../domain/exposure/plannedExposure';
import { failureText } from '../../ui/text/failureText';
import { BLIND_SPOT_SENTENCES } from '../../ui/text/findings/policy';
import { useText, type Text } from '../../ui/useText';

interface UncheckedProps {
  readonly notChecked: readonly PlannedNotChecked[];
  /** kinds of policies other than NetworkPolicy that were not read; undefined while that is not known */
  readonly otherKinds: readonly string[] | undefined;
}

/** The objects that a check would have read. */
function uncheckedText(t: Text, { check, failure }: PlannedNotChecked): string {
  const { code } = check;
  const why = failure ? failureText(t, failure) : '';
  const family = familyOf(check);
  if (family === 'policy')
    return why ? t('Network policies were not read. {{why}}', { why }) : t('Network policies were not read.');
  if (family === 'udn')
    return why
      ? t('It was not read whether the project is on a user-defined network. {{why}}', { why })
      : t('It was not read whether the project is on a user-defined network.');
  return why
    ? t('Rule {{code}} was not checked. {{why}}', { code, why })
    : t('Rule {{code}} was not checked.', { code });
}

/** What nothing is said about; checks that read the same objects are listed once. */
const Unchecked = ({ notChecked, otherKinds }: UncheckedProps) => {
  const t = useText();
  const texts = new Set(notChecked.map((check) => uncheckedText(t, check)));
  return (
    <List aria-label={t('Not checked')}>
      {[...texts].map((text) => (
        <ListItem key={text}>{text}</ListItem>
      ))}
      {otherKinds && otherKinds.length > 0 && <ListItem>{BLIND_SPOT_SENTENCES.K2(t, otherKinds)}</ListItem>}
    </List>
  );
};

export default Unchecked;
