import { Button, Tooltip } from '@patternfly/react-core';
import { CopyIcon } from '@patternfly/react-icons';
import { useCopied } from './useCopied';
import { useText } from './useText';

interface CopyButtonProps {
  /** names what is copied, for screen readers and as the tip at the pointer */
  readonly label: string;
  readonly text: string;
}

/**
 * Copies a text to the clipboard. PatternFly has such a button too, but takes its name in another way in 6.2 (the id of
 * the text beside it) than in 6.4 (a property of its own), and both have to be served.
 */
export const CopyButton = ({ label, text }: CopyButtonProps) => {
  const t = useText();
  const [isCopied, copy, forget] = useCopied();
  return (
    <Tooltip content={isCopied ? t('Copied') : label} aria="none" aria-live="polite" onTooltipHidden={forget}>
      <Button variant="plain" aria-label={label} icon={<CopyIcon />} onClick={() => copy(text)} />
    </Tooltip>
  );
};
