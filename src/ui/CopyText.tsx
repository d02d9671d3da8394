import { ClipboardCopy } from '@patternfly/react-core';
import { useText } from './useText';

/** Shorter texts, such as an IPv4 address, are shown whole in any case. */
const CUT_FROM = 16;

interface CopyTextProps {
  readonly text: string;
  /** true to cut it where there is no room for it: the whole text shows at the pointer, and is copied */
  readonly isCut?: boolean;
}

/** A short text in monospace with a copy button. */
export const CopyText = ({ text, isCut = false }: CopyTextProps) => {
  const t = useText();
  return (
    // the tip names the button in every PatternFly 6; copyAriaLabel, which would name it alone, is not there before 6.4
    <ClipboardCopy
      isReadOnly
      isCode
      variant="inline-compact"
      truncation={isCut && text.length >= CUT_FROM}
      hoverTip={t('Copy {{text}}', { text })}
      clickTip={t('Copied')}
    >
      {text}
    </ClipboardCopy>
  );
};
