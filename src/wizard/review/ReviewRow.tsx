import { useState } from 'react';
import {
  Button,
  DataListCell,
  DataListContent,
  DataListItem,
  DataListItemCells,
  DataListItemRow,
  Icon,
  Title,
  ToggleGroup,
  ToggleGroupItem,
} from '@patternfly/react-core';
import {
  AngleDownIcon,
  AngleRightIcon,
  MinusCircleIcon,
  PencilAltIcon,
  PlayIcon,
  PlusCircleIcon,
  SyncAltIcon,
} from '@patternfly/react-icons';
import type { DryRunAnswer } from '../../cluster/run/dryRun';
import type { Rights } from '../../domain/k8s/rights';
import type { Step } from '../../domain/steps/step';
import { useElementId } from '../../host/useElementId';
import { ServerAnswer } from '../../ui/ServerAnswer';
import { StepCode, type ShownAs } from '../../ui/StepCode';
import { stepText } from '../../ui/text/steps/stepText';
import { useText } from '../../ui/useText';

interface ReviewRowProps {
  readonly step: Step;
  readonly rights: Rights;
  readonly answer: DryRunAnswer;
  /** how the code is shown at first */
  readonly shownFirst: ShownAs;
}

const ICONS: Readonly<Record<Step['kind'], JSX.Element>> = {
  create: <PlusCircleIcon />,
  patch: <PencilAltIcon />,
  delete: <MinusCircleIcon />,
  restart: <SyncAltIcon />,
  start: <PlayIcon />,
  unpause: <PlayIcon />,
  await: <SyncAltIcon />,
};

/** True for a step that sends an object or a patch; the others are calls without one. */
const hasYaml = ({ kind }: Step): boolean => kind === 'create' || kind === 'patch' || kind === 'delete';

/** One step in words with its check; opened, what is sent as YAML, or the command that does the same. */
export const ReviewRow = ({ step, rights, answer, shownFirst }: ReviewRowProps) => {
  const t = useText();
  const id = useElementId();
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState(shownFirst);
  const shownAs = hasYaml(step) ? shown : 'commands';
  const text = stepText(t, step);
  const isYaml = shownAs === 'yaml';
  return (
    <DataListItem aria-labelledby={`${id}-text`} isExpanded={isOpen}>
      <DataListItemRow>
        <DataListItemCells
          dataListCells={[
            <DataListCell key="text" width={3}>
              <Title id={`${id}-text`} headingLevel="h4" size="md">
                <Icon isInline className="pf-v6-u-mr-sm">
                  {ICONS[step.kind]}
                </Icon>
                <span>{text}</span>
              </Title>
            </DataListCell>,
            <DataListCell key="check" width={2}>
              <ServerAnswer step={step} rights={rights} answer={answer} hidesReason />
            </DataListCell>,
            <DataListCell key="code" isFilled={false} alignRight>
              <Button
                variant="link"
                isInline
                icon={isOpen ? <AngleDownIcon /> : <AngleRightIcon />}
                aria-expanded={isOpen}
                aria-label={isYaml ? t('YAML: {{step}}', { step: text }) : t('Command: {{step}}', { step: text })}
                onClick={() => setOpen(!isOpen)}
              >
                {isYaml ? t('YAML') : t('Command')}
              </Button>
            </DataListCell>,
          ]}
        />
      </DataListItemRow>
      <DataListContent aria-label={t('Code: {{step}}', { step: text })} isHidden={!isOpen}>
        {isOpen && (
          <StepCode
            step={step}
            shownAs={shownAs}
            header={
              hasYaml(step) && (
                <ToggleGroup isCompact aria-label={t('Show as')}>
                  <ToggleGroupItem
                    text={t('YAML')}
                    buttonId={`${id}-yaml`}
                    isSelected={isYaml}
                    onChange={() => setShown('yaml')}
                  />
                  <ToggleGroupItem
                    text={t('Command')}
                    buttonId={`${id}-command`}
                    isSelected={!isYaml}
                    onChange={() => setShown('commands')}
                  />
                </ToggleGroup>
              )
            }
          />
        )}
      </DataListContent>
    </DataListItem>
  );
};
