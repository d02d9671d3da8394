import { ClipboardCopy } from '@patternfly/react-core';
import { useText } from './useText';

/** A short text in monospace with a copy button. */
export const CopyText = ({ text }: { text: string }) => {
  const t = useText();
  return (
    <ClipboardCopy
      isReadOnly
      isCode
      variant="inline-compact"
      hoverTip={t('Copy')}
      clickTip={t('Copied')}
      copyAriaLabel={t('Copy {{text}}', { text })}
    >
      {text}
    </ClipboardCopy>
  );
};
