import { useId } from 'react';
import { ClipboardCopyButton, CodeBlock, CodeBlockAction, CodeBlockCode } from '@patternfly/react-core';
import { useCopied } from './useCopied';
import { useText } from './useText';

interface CodeWithCopyProps {
  /** names what the button copies, for screen readers */
  readonly label: string;
  readonly code: string;
}

/** Several lines of code with a copy button. */
export const CodeWithCopy = ({ label, code }: CodeWithCopyProps) => {
  const t = useText();
  const id = useId();
  const [isCopied, copy, forget] = useCopied();
  return (
    <CodeBlock
      actions={
        <CodeBlockAction>
          <ClipboardCopyButton
            id={id}
            aria-label={label}
            variant="plain"
            onClick={() => copy(code)}
            onTooltipHidden={forget}
          >
            {isCopied ? t('Copied') : t('Copy')}
          </ClipboardCopyButton>
        </CodeBlockAction>
      }
    >
      <CodeBlockCode>{code}</CodeBlockCode>
    </CodeBlock>
  );
};
