import { Button, Tooltip } from '@patternfly/react-core';
import { CopyIcon } from '@patternfly/react-icons';
import { useCopied } from './useCopied';
import { useText } from './useText';

interface CopyButtonProps {
  /** names what is copied, for screen readers */
  readonly label: string;
  readonly text: string;
  /** what the pointer is told before the click; "Copy" unless it is given */
  readonly tip?: string;
  /** within a line of text */
  readonly isInline?: boolean;
}

/**
 * Copies a text to the clipboard. PatternFly has such a button too, but takes its name in another way in 6.2 (the id of
 * the text beside it) than in 6.4 (a property of its own), and both have to be served.
 */
export const CopyButton = ({ label, text, tip, isInline = false }: CopyButtonProps) => {
  const t = useText();
  const [isCopied, copy, forget] = useCopied();
  return (
    <Tooltip
      content={isCopied ? t('Copied') : (tip ?? t('Copy'))}
      aria="none"
      aria-live="polite"
      trigger="mouseenter focus click"
      onTooltipHidden={forget}
    >
      <Button
        variant="plain"
        hasNoPadding={isInline}
        aria-label={label}
        icon={<CopyIcon />}
        onClick={() => copy(text)}
      />
    </Tooltip>
  );
};
