import { CopyButton } from './CopyButton';
import { useText } from './useText';

/** A short text in monospace with a copy button, drawn as PatternFly's own inline ClipboardCopy. */
export const CopyText = ({ text }: { text: string }) => {
  const t = useText();
  return (
    <div className="pf-v6-c-clipboard-copy pf-m-inline">
      <code className="pf-v6-c-clipboard-copy__text pf-m-code">{text}</code>
      <span className="pf-v6-c-clipboard-copy__actions">
        <span className="pf-v6-c-clipboard-copy__actions-item">
          <CopyButton isInline label={t('Copy {{text}}', { text })} text={text} />
        </span>
      </span>
    </div>
  );
};
