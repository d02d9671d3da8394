import {
  Content,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Flex,
  List,
  ListItem,
} from '@patternfly/react-core';
import type { Finding } from '../../domain/diagnosis/finding';
import type { Grade } from '../../domain/diagnosis/rule';
import { familyOf } from '../../domain/diagnosis/catalogue';
import type { PlannedExposure, PlannedNotChecked } from '../../domain/exposure/plannedExposure';
import { POLICY_SOURCES } from '../../domain/network/policySource';
import { failureText } from '../../ui/text/failureText';
import { cautionText, findingText, particularsOf } from '../../ui/text/findings/findingText';
import { managementText } from '../../ui/text/managementText';
import { Notice } from '../../ui/Notice';
import { admissionText, policyPortText, policySourceText } from '../../ui/text/policySourceText';
import { useText, type Text } from '../../ui/useText';

/** Warnings of Review, before anything is sent; renders nothing when there are none. */
const ReviewNotes = ({ findings, notChecked, management }: PlannedExposure) => {
  const t = useText();
  const unchecked = [...new Set(notChecked.map((check) => uncheckedText(t, check)))];
  if (findings.length + unchecked.length + management.length === 0) return null;
  return (
    <Flex direction={{ default: 'column' }} gap={{ default: 'gapMd' }}>
      {findings.map((finding, index) => (
        <FindingNotice key={index} finding={finding} />
      ))}
      {management.map(({ object, by }) => (
        <Notice
          key={`${object.kind} ${object.name} ${by.tool} ${by.ownerKind} ${by.name}`}
          variant="warning"
          title={t('{{name}} is managed by something else, which may undo this change (A2)', { name: object.name })}
        >
          {managementText(t, object, by)}
        </Notice>
      ))}
      {unchecked.length > 0 && (
        <Notice variant="warning" title={t('Not everything could be checked')}>
          <List>
            {unchecked.map((text) => (
              <ListItem key={text}>{text}</ListItem>
            ))}
          </List>
        </Notice>
      )}
    </Flex>
  );
};

/** The objects that a check would have read; checks that read the same objects are listed once. */
function uncheckedText(t: Text, { check, failure }: PlannedNotChecked): string {
  const { code } = check;
  const why = failure ? failureText(t, failure) : '';
  const family = familyOf(check);
  if (family === 'policy')
    return why ? t('Not checked: network policies. {{why}}', { why }) : t('Not checked: network policies.');
  if (family === 'udn')
    return why
      ? t('Not checked: whether the project is on a user-defined network. {{why}}', { why })
      : t('Not checked: whether the project is on a user-defined network.');
  return why ? t('Not checked: {{code}}. {{why}}', { code, why }) : t('Not checked: {{code}}.', { code });
}

const VARIANTS: Readonly<Record<Grade, 'warning' | 'info'>> = {
  blocking: 'warning',
  limitation: 'warning',
  note: 'info',
};

function titleText(t: Text, { code, grade, isPartial }: Finding): string {
  switch (grade) {
    case 'blocking':
      return isPartial
        ? t('The Service will not reach the VM on all of its ports as it is ({{code}})', { code })
        : t('The Service will not reach the VM as it is ({{code}})', { code });
    case 'limitation':
      return t('It will work with a reservation ({{code}})', { code });
    case 'note':
      return t('Good to know ({{code}})', { code });
  }
}

const FindingNotice = ({ finding }: { finding: Finding }) => {
  const t = useText();
  const { object } = finding;
  const { field, actual, needed, admissions } = particularsOf(finding);
  const caution = cautionText(t, finding);
  const facts: readonly (readonly [string, string])[] = [
    [t('Object'), [object.kind, object.names.join(', ')].filter(Boolean).join(' ')],
    [t('Field'), field],
    [t('Actual value'), actual],
    [t('Needed value'), needed],
  ];
  return (
    <Notice variant={VARIANTS[finding.grade]} title={titleText(t, finding)}>
      <Content component="p">{findingText(t, finding)}</Content>
      <DescriptionList isCompact isHorizontal aria-label={t('Where {{code}} was found', { code: finding.code })}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([term, value]) => (
            <Fact key={term} term={term} value={value} />
          ))}
        {admissions.flatMap(({ port, sources }) =>
          POLICY_SOURCES.map((source) => (
            <Fact
              key={`${policyPortText(t, port)} ${source}`}
              term={t('{{source}}, on {{port}}', {
                source: policySourceText(t, source),
                port: policyPortText(t, port),
              })}
              value={admissionText(t, sources[source])}
            />
          )),
        )}
      </DescriptionList>
      {caution && <Content component="small">{caution}</Content>}
    </Notice>
  );
};

const Fact = ({ term, value }: { term: string; value: string }) => (
  <DescriptionListGroup>
    <DescriptionListTerm>{term}</DescriptionListTerm>
    <DescriptionListDescription>{value}</DescriptionListDescription>
  </DescriptionListGroup>
);

export default ReviewNotes;
