import { List, ListItem, Title } from '@patternfly/react-core';
import type { InputFailures } from '../cluster/watch/useExposure';
import { ruleOf } from '../domain/diagnosis/catalogue';
import type { Input, RuleCode, Situation } from '../domain/diagnosis/rule';
import { failureText } from '../ui/text/failureText';
import { useText, type Text } from '../ui/useText';

/** What an input is read from, as Kubernetes calls it. */
const READ_FROM: Readonly<Record<Input, string>> = {
  pods: 'Pods',
  endpointSlices: 'EndpointSlices',
  networkPolicies: 'NetworkPolicies',
  namespaceLabels: 'Namespace',
  primaryNetwork: 'NetworkAttachmentDefinitions',
  services: 'Services',
  selectedPods: 'Pods',
  routes: 'Routes',
  ingresses: 'Ingresses',
  events: 'Events',
  quotas: 'ResourceQuotas',
  otherPolicies: 'AdminNetworkPolicies',
  nodePortRange: 'Network',
  refusal: 'Service',
  rights: 'SelfSubjectRulesReview',
  now: 'Event',
};

const isUnread = (input: Input, situation: Situation): boolean =>
  input === 'pods' ? situation.vm.arePodsUnknown === true : situation[input] === undefined;

/** A failure is told in the API server's words; that of what the page around has read stands above the list already. */
function reasonOf(t: Text, code: RuleCode, { situation, failures }: Omit<NotCheckedProps, 'codes'>): string {
  if (code === 'K3')
    return t("What the client's own side lets out (egress policies, firewalls) cannot be seen from here.");
  if (code === 'K2')
    return t(
      'This cluster knows policies of other kinds (AdminNetworkPolicy, MultiNetworkPolicy). Whether there are some is for an administrator to say.',
    );
  const reads = ruleOf(code)?.reads ?? [];
  const failed = reads.find((input) => failures[input]);
  const failure = failed && failures[failed];
  if (failure)
    return t('{{objects}} could not be read. {{why}}', { objects: READ_FROM[failed], why: failureText(t, failure) });
  const unread = new Set(reads.filter((input) => isUnread(input, situation)).map((input) => READ_FROM[input]));
  return unread.size > 0
    ? t('Not read: {{objects}}.', { objects: [...unread].join(', ') })
    : t('What was read does not decide it.');
}

interface NotCheckedProps {
  readonly codes: readonly RuleCode[];
  /** what the rules looked at */
  readonly situation: Situation;
  readonly failures: InputFailures;
}

/** What could not be judged, and why: neither fine nor wrong. Codes with the same reason stand together. */
export const NotChecked = ({ codes, ...known }: NotCheckedProps) => {
  const t = useText();
  if (codes.length === 0) return null;
  const byReason = new Map<string, RuleCode[]>();
  for (const code of codes) {
    const reason = reasonOf(t, code, known);
    byReason.set(reason, [...(byReason.get(reason) ?? []), code]);
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
