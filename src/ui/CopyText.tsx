import { ClipboardCopy } from '@patternfly/react-core';
import { useText } from './useText';

/** A short text in monospace with a copy button. */
export const CopyText = ({ text }: { text: string }) => {
  const t = useText();
  return (
    // the tip names the button in every PatternFly 6; copyAriaLabel, which would name it alone, is not there before 6.4
    <ClipboardCopy
      isReadOnly
      isCode
      variant="inline-compact"
      hoverTip={t('Copy {{text}}', { text })}
      clickTip={t('Copied')}
    >
      {text}
    </ClipboardCopy>
  );
};
