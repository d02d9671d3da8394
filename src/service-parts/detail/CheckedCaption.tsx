import { Content } from '@patternfly/react-core';
import type { InputFailures } from '../../cluster/watch/useExposure';
import { openHopOf } from '../../domain/diagnosis/catalogue';
import type { NotChecked as Unchecked } from '../../domain/diagnosis/finding';
import { READ_FROM, wasRead, type Situation } from '../../domain/diagnosis/situation';
import { unreadKinds } from '../../domain/network/otherPolicies';
import { unreadText } from '../../ui/text/unreadText';
import { BLIND_SPOT_SENTENCES } from '../../ui/text/findings/policy';
import { notReadText } from '../../ui/text/notReadText';
import { useText, type Text } from '../../ui/useText';

/** A failure is told in the API server's words; that of what the page around has read stands above the list already. */
function reasonOf(t: Text, check: Unchecked, { situation, failures }: Omit<CheckedCaptionProps, 'checks'>): string {
  if (!check.undecidedBy) return BLIND_SPOT_SENTENCES[check.code](t, unreadKinds(situation.otherPolicies));
  const failed = check.undecidedBy.find((input) => failures[input]);
  const failure = failed && failures[failed];
  if (failure) return unreadText(t, READ_FROM[failed], failure);
  const unread = check.undecidedBy.filter((input) => !wasRead(input, situation));
  return unread.length > 0 ? notReadText(t, unread) : t('The objects that were read do not tell.');
}

interface CheckedCaptionProps {
  readonly checks: readonly Unchecked[];
  /** what the rules looked at */
  readonly situation: Situation;
  readonly failures: InputFailures;
}

/**
 * What could not be judged of this connection, and why: neither OK nor wrong. What can be judged of no connection at
 * all (what is on the client's own side) stands once below the list.
 */
export const CheckedCaption = ({ checks, ...known }: CheckedCaptionProps) => {
  const t = useText();
  const reasons = [
    ...new Set(checks.filter((check) => openHopOf(check) !== undefined).map((check) => reasonOf(t, check, known))),
  ];
  if (reasons.length === 0) return null;
  return (
    <Content component="small">
      {t('Not checked')}
      <ul className="pf-v6-c-list" aria-label={t('Not checked')}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Content>
  );
};
