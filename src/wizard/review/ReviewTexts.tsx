import { useMemo } from 'react';
import { Button, Flex, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { manifestFor, scriptFor } from '../../domain/steps/manifest';
import type { Step } from '../../domain/steps/step';
import { CopyButton } from '../../ui/CopyButton';
import { toKubernetesYaml } from '../../ui/kubernetesYaml';
import { useText } from '../../ui/useText';
import type { ShownAs } from '../../ui/StepCode';

interface ReviewTextsProps {
  readonly steps: readonly Step[];
  /** what the files are named after */
  readonly serviceName: string;
  readonly shownAs: ShownAs;
  readonly onShow: (shownAs: ShownAs) => void;
}

const href = (type: string, text: string): string => `data:${type};charset=utf-8,${encodeURIComponent(text)}`;

/**
 * Switches between YAML and commands; all steps as one manifest or script, to copy or download for someone with
 * permission.
 */
export const ReviewTexts = ({ steps, serviceName, shownAs, onShow }: ReviewTextsProps) => {
  const t = useText();
  const manifest = useMemo(() => manifestFor(steps, toKubernetesYaml), [steps]);
  const script = useMemo(() => scriptFor(steps, toKubernetesYaml), [steps]);
  const copyLabel = shownAs === 'yaml' ? t('Copy the manifest') : t('Copy all commands');
  return (
    <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }} gap={{ default: 'gapSm' }}>
      <ToggleGroup aria-label={t('Show the steps as')}>
        <ToggleGroupItem
          text={t('YAML')}
          buttonId="show-yaml"
          isSelected={shownAs === 'yaml'}
          onChange={() => onShow('yaml')}
        />
        <ToggleGroupItem
          text={t('Commands')}
          buttonId="show-commands"
          isSelected={shownAs === 'commands'}
          onChange={() => onShow('commands')}
        />
      </ToggleGroup>
      <Flex gap={{ default: 'gapSm' }}>
        <CopyButton label={copyLabel} text={shownAs === 'yaml' ? manifest : script} />
        <Button
          variant="link"
          component="a"
          href={href('application/yaml', manifest)}
          download={`expose-${serviceName}.yaml`}
        >
          {t('Download the manifest')}
        </Button>
        <Button
          variant="link"
          component="a"
          href={href('text/x-shellscript', script)}
          download={`expose-${serviceName}.sh`}
        >
          {t('Download the commands')}
        </Button>
      </Flex>
    </Flex>
  );
};
