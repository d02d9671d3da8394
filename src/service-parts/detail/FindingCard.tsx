import { Button, Card, CardBody, CardFooter, CardTitle, Content, Flex, FlexItem } from '@patternfly/react-core';
import type { Offer } from '../../domain/diagnosis/offer';
import type { Finding } from '../../domain/diagnosis/finding';
import type { Grade } from '../../domain/diagnosis/rule';
import type { SeenVm } from '../../domain/k8s/seen';
import { lookCommand } from '../../domain/steps/lookCommand';
import { vmEffect } from '../../domain/steps/vmEffect';
import { useElementId } from '../../host/useElementId';
import { CodeWithCopy } from '../../ui/CodeWithCopy';
import { findingText, findingTitle, fixLabel } from '../../ui/text/findings/findingText';
import { rightText } from '../../ui/text/rightText';
import { vmEffectNote } from '../../ui/text/reach/vmEffectText';
import { useText, type Text } from '../../ui/useText';
import { StatusIcon, type StatusLook } from '../../ui/verdict/StatusIcon';
import { Evidence } from './Evidence';
import { Section } from './Section';

const LOOKS: Readonly<Record<Grade, StatusLook>> = { blocking: 'danger', limitation: 'warning', note: 'info' };

/** How much a finding matters, and the rule that found it. */
function ruleText(t: Text, { grade, code, isPartial }: Finding): string {
  switch (grade) {
    case 'blocking':
      return isPartial
        ? t('Blocks part of the traffic · Rule {{code}}', { code })
        : t('Blocking · Rule {{code}}', { code });
    case 'limitation':
      return t('Limitation · Rule {{code}}', { code });
    case 'note':
      return t('Note · Rule {{code}}', { code });
  }
}

interface FindingCardProps {
  readonly finding: Finding;
  readonly namespace: string;
  readonly vm: SeenVm;
  readonly offer: Offer;
  /** names the connection that it is about, for screen readers */
  readonly connection: string;
  /** opens the review of the fix, whose title are the words of the button */
  readonly onFix: (title: string) => void;
}

/** One finding: what it is, why, where, and what can be done. */
export const FindingCard = ({ finding, namespace, vm, offer, connection, onFix }: FindingCardProps) => {
  const t = useText();
  const { grade, object } = finding;
  const title = findingTitle(t, finding);
  return (
    <Card isCompact>
      <CardTitle component="h3">
        <StatusIcon look={LOOKS[grade]} /> {title}
      </CardTitle>
      <CardBody>
        <Content component="p">{findingText(t, finding)}</Content>
        <Evidence finding={finding} namespace={namespace} vm={vm} />
      </CardBody>
      <CardFooter>
        <Flex gap={{ default: 'gapSm' }} alignItems={{ default: 'alignItemsCenter' }}>
          {offer.steps.length > 0 && <FixButton finding={finding} offer={offer} onFix={onFix} />}
          <FlexItem align={{ default: 'alignRight' }}>
            <Content component="small">{ruleText(t, finding)}</Content>
          </FlexItem>
        </Flex>
        <Section title={t('Command')} of={`${title}, ${connection}`}>
          {() => (
            <CodeWithCopy
              label={t('Copy command')}
              code={offer.command ?? lookCommand(object.kind, object.names, namespace)}
            />
          )}
        </Section>
      </CardFooter>
    </Card>
  );
};

type FixButtonProps = Pick<FindingCardProps, 'finding' | 'offer' | 'onFix'>;

/** Opens the review of a fix; says what it does to the VM, or which permission it takes that the user does not have. */
const FixButton = ({ finding, offer, onFix }: FixButtonProps) => {
  const t = useText();
  const noteId = useElementId();
  const label = fixLabel(t, finding, offer.steps);
  const isBarred = offer.lacks.length > 0;
  if (label === undefined) return null;
  return (
    <>
      <FlexItem>
        {/* stays in the tab order, so that its reason is read out */}
        <Button
          variant={finding.grade === 'blocking' ? 'primary' : 'secondary'}
          size="sm"
          isAriaDisabled={isBarred}
          aria-describedby={noteId}
          onClick={() => onFix(label)}
        >
          {label}
        </Button>
      </FlexItem>
      <FlexItem>
        <Content component="small" id={noteId}>
          {isBarred
            ? t("You don't have the required permissions: {{rights}}.", {
                rights: offer.lacks.map(rightText).join(', '),
              })
            : vmEffectNote(t, vmEffect(offer.steps))}
        </Content>
      </FlexItem>
    </>
  );
};
