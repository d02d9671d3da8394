import { List, ListItem, Title } from '@patternfly/react-core';
import type { InputFailures } from '../cluster/watchExposure';
import { ruleOf } from '../domain/diagnosis/catalogue';
import type { Input, RuleCode } from '../domain/diagnosis/rule';
import { failureText } from '../ui/failureText';
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

function reasonOf(t: Text, code: RuleCode, failures: InputFailures): string {
  if (code === 'K3') return t('What the client\'s own side lets out (egress policies, firewalls) cannot be seen from here.');
  if (code === 'K2') return t('This cluster knows policies of other kinds (AdminNetworkPolicy, MultiNetworkPolicy). Whether there are some is for an administrator to say.');
  const unread = ruleOf(code)?.reads?.find((input) => failures[input]);
  const failure = unread && failures[unread];
  return failure ? t('{{objects}} could not be read. {{why}}', { objects: READ_FROM[unread], why: failureText(t, failure) }) : t('What was read does not decide it.');
}

/** What could not be judged, and why: neither fine nor wrong. Codes with the same reason stand together. */
export const NotChecked = ({ codes, failures }: { codes: readonly RuleCode[]; failures: InputFailures }) => {
  const t = useText();
  if (codes.length === 0) return null;
  const byReason = new Map<string, RuleCode[]>();
  for (const code of codes) {
    const reason = reasonOf(t, code, failures);
    byReason.set(reason, [...(byReason.get(reason) ?? []), code]);
  }
  return (
    <>
      <Title headingLevel="h3" size="md">{t('Not checked')}</Title>
      <List aria-label={t('Not checked')}>
        {[...byReason].map(([reason, those]) => (
          <ListItem key={reason}>{t('{{codes}}: {{reason}}', { codes: those.join(', '), reason })}</ListItem>
        ))}
      </List>
    </>
  );
};
