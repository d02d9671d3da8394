import {
  Content,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { Finding } from '../../domain/diagnosis/finding';
import { cautionText, findingText, findingTitle, particularsOf } from '../../ui/text/findings/findingText';
import { useText } from '../../ui/useText';
import { PolicyMatrix } from '../../ui/verdict/PolicyMatrix';

interface FindingBodyProps {
  readonly finding: Finding;
  /** true where the title of the finding is not that of what is around */
  readonly hasTitle?: boolean;
}

/** What was found, its evidence in the cluster's own words, how far it can be trusted, and last its rule. */
export const FindingBody = ({ finding, hasTitle = false }: FindingBodyProps) => {
  const t = useText();
  const { object } = finding;
  const { field, actual, needed, admissions } = particularsOf(finding);
  const caution = cautionText(t, finding);
  const facts: readonly (readonly [string, string])[] = [
    [t('Object'), [object.kind, object.names.join(', ')].filter(Boolean).join(' ')],
    [t('Field'), field],
    [t('Now'), actual],
    [t('Required'), needed],
  ];
  return (
    <>
      {hasTitle && (
        <Content component="p">
          <strong>{findingTitle(t, finding)}</strong>
        </Content>
      )}
      <Content component="p">{findingText(t, finding)}</Content>
      {admissions.length > 0 ? (
        <PolicyMatrix admissions={admissions} />
      ) : (
        <DescriptionList isCompact isHorizontal aria-label={t('Evidence of rule {{code}}', { code: finding.code })}>
          {facts
            .filter(([, value]) => value !== '')
            .map(([term, value]) => (
              <DescriptionListGroup key={term}>
                <DescriptionListTerm>{term}</DescriptionListTerm>
                <DescriptionListDescription>{value}</DescriptionListDescription>
              </DescriptionListGroup>
            ))}
        </DescriptionList>
      )}
      {caution && <Content component="small">{caution}</Content>}
      <Content component="small">{t('Rule {{code}}', { code: finding.code })}</Content>
    </>
  );
};
