import { Fragment } from 'react';
import { useElementId } from '../host/useElementId';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { Button, Content, DescriptionList, Flex, FlexItem, Label } from '@patternfly/react-core';
import { gvkOf } from '../cluster/port/models';
import type { Offer } from '../domain/diagnosis/offer';
import type { Finding } from '../domain/diagnosis/finding';
import type { Grade } from '../domain/diagnosis/rule';
import { lookCommand } from '../domain/steps/lookCommand';
import { POLICY_SOURCES } from '../domain/network/policySource';
import { CodeWithCopy } from '../ui/CodeWithCopy';
import { findingText, particularsOf } from '../ui/text/findings/findingText';
import { admissionText, policyPortText, policySourceText } from '../ui/text/policySourceText';
import { rightText } from '../ui/text/rightText';
import { Term } from '../ui/Term';
import { useText, type Text } from '../ui/useText';

const STATUS: Readonly<Record<Grade, 'danger' | 'warning' | 'info'>> = {
  blocking: 'danger',
  limitation: 'warning',
  note: 'info',
};

const gradeText = (t: Text, { grade, isPartial }: Finding): string => {
  switch (grade) {
    case 'blocking':
      return isPartial ? t('Blocking on some ports') : t('Blocking');
    case 'limitation':
      return t('Limitation');
    case 'note':
      return t('Note');
  }
};

interface FindingItemProps {
  readonly finding: Finding;
  readonly namespace: string;
  readonly offer: Offer;
  /** opens the review of the fix; absent where nothing can be sent */
  readonly onFix?: (() => void) | undefined;
}

/** One finding: what it means, the object and field with actual and needed value, and what can be done. */
export const FindingItem = ({ finding, namespace, offer, onFix }: FindingItemProps) => {
  const t = useText();
  const whyNotId = useElementId();
  const isBarred = offer.lacks.length > 0;
  const { code, grade, object } = finding;
  const { field, actual, needed, admissions } = particularsOf(finding);
  const terms = [
    { term: t('Field'), text: field },
    { term: t('Actual'), text: actual },
    { term: t('Needed'), text: needed },
    ...admissions.map(({ port, sources }) => ({
      term: t('Let in on {{port}}', { port: policyPortText(t, port) }),
      text: POLICY_SOURCES.map((source) =>
        t('{{source}}: {{admission}}', {
          source: policySourceText(t, source),
          admission: admissionText(t, sources[source]),
        }),
      ).join('; '),
    })),
  ];
  return (
    <Flex direction={{ default: 'column' }} gap={{ default: 'gapSm' }}>
      <FlexItem>
        <Label status={STATUS[grade]} isCompact>
          {t('{{code}}: {{grade}}', { code, grade: gradeText(t, finding) })}
        </Label>
      </FlexItem>
      <FlexItem>{findingText(t, finding)}</FlexItem>
      <FlexItem>
        <DescriptionList
          isCompact
          isHorizontal
          horizontalTermWidthModifier={{ default: '12ch' }}
          aria-label={t('Where {{code}} was found', { code })}
        >
          {object.names.length > 0 && (
            <Term name={object.kind}>
              {object.names.map((name, index) => (
                <Fragment key={name}>
                  {index > 0 && ', '}
                  <ResourceLink inline groupVersionKind={gvkOf(object.kind)} name={name} namespace={namespace} />
                </Fragment>
              ))}
            </Term>
          )}
          {terms
            .filter(({ text }) => text !== '')
            .map(({ term, text }) => (
              <Term key={term} name={term}>
                {text}
              </Term>
            ))}
        </DescriptionList>
      </FlexItem>
      {offer.steps.length > 0 && onFix && (
        <FlexItem>
          {/* stays in the tab order, so that its reason is read out */}
          <Button
            variant="secondary"
            size="sm"
            aria-label={t('Review the fix of {{code}}', { code })}
            isAriaDisabled={isBarred}
            {...(isBarred ? { 'aria-describedby': whyNotId } : {})}
            onClick={onFix}
          >
            {t('Review fix')}
          </Button>
          {isBarred && (
            <Content component="small" id={whyNotId}>
              {t('The fix takes rights that you do not have: {{rights}}.', {
                rights: offer.lacks.map(rightText).join(', '),
              })}
            </Content>
          )}
        </FlexItem>
      )}
      <FlexItem>
        <CodeWithCopy
          label={t('Copy the command for {{code}}', { code })}
          code={offer.command ?? lookCommand(object.kind, object.names, namespace)}
        />
      </FlexItem>
    </Flex>
  );
};
