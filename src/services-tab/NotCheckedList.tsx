import { List, ListItem, Title } from '@patternfly/react-core';
import type { InputFailures } from '../cluster/watch/useExposure';
import type { NotChecked as Unchecked } from '../domain/diagnosis/finding';
import { READ_FROM, wasRead, type Situation } from '../domain/diagnosis/situation';
import { unreadKinds } from '../domain/network/otherPolicies';
import { unreadText } from '../ui/text/unreadText';
import { BLIND_SPOT_SENTENCES } from '../ui/text/findings/policy';
import { notReadText } from '../ui/text/notReadText';
import { useText, type Text } from '../ui/useText';

/** A failure is told in the API server's words; that of what the page around has read stands above the list already. */
function reasonOf(t: Text, check: Unchecked, { situation, failures }: Omit<NotCheckedProps, 'checks'>): string {
  if (!check.undecidedBy) return BLIND_SPOT_SENTENCES[check.code](t, unreadKinds(situation.otherPolicies));
  const failed = check.undecidedBy.find((input) => failures[input]);
  const failure = failed && failures[failed];
  if (failure) return unreadText(t, READ_FROM[failed], failure);
  const unread = check.undecidedBy.filter((input) => !wasRead(input, situation));
  return unread.length > 0 ? notReadText(t, unread) : t('What was read does not decide it.');
}

interface NotCheckedProps {
  readonly checks: readonly Unchecked[];
  /** what the rules looked at */
  readonly situation: Situation;
  readonly failures: InputFailures;
}

/** What could not be judged, and why: neither fine nor wrong. Codes with the same reason stand together. */
export const NotCheckedList = ({ checks, ...known }: NotCheckedProps) => {
  const t = useText();
  if (checks.length === 0) return null;
  const byReason = new Map<string, Unchecked['code'][]>();
  for (const check of checks) {
    const reason = reasonOf(t, check, known);
    byReason.set(reason, [...(byReason.get(reason) ?? []), check.code]);
  }
  return (
    <>
      <Title headingLevel="h3" size="md">
        {t('Not checked')}
      </Title>
      <List aria-label={t('Not checked')}>
        {[...byReason].map(([reason, those]) => (
          <ListItem key={reason}>{t('{{codes}}: {{reason}}', { codes: those.join(', '), reason })}</ListItem>
        ))}
      </List>
    </>
  );
};
