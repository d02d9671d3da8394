import type { ReactNode } from 'react';
import { Button, ClipboardCopy, CodeBlock, CodeBlockCode, Flex, FlexItem } from '@patternfly/react-core';
import { CopyIcon } from '@patternfly/react-icons';
import { useCopied } from './useCopied';
import { useText } from './useText';

/** Up to so many characters stand in the flow of the page; longer ones in a field that can be expanded. */
const COMPACT_CHARACTERS = 60;

interface CodeWithCopyProps {
  /** names what the button copies, for screen readers; begins with "Copy" as the button does */
  readonly label: string;
  readonly code: string;
  /** what stands in the row of the button, above the code */
  readonly header?: ReactNode;
}

/** Code with a copy button: a line in one row, several lines as a block under a row with the button. */
export const CodeWithCopy = ({ label, code, header }: CodeWithCopyProps) => {
  const t = useText();
  const text = code.trimEnd();
  if (text.includes('\n')) return <BlockWithCopy label={label} code={code} header={header} />;
  return (
    <>
      {header}
      {/* the tip names the button in every PatternFly 6; copyAriaLabel, which would name it alone, comes with 6.4 */}
      <ClipboardCopy
        isReadOnly
        isCode
        variant={text.length > COMPACT_CHARACTERS ? 'expansion' : 'inline-compact'}
        hoverTip={label}
        clickTip={t('Copied')}
        textAriaLabel={t('Code')}
        toggleAriaLabel={t('Show all of it')}
      >
        {text}
      </ClipboardCopy>
    </>
  );
};

const BlockWithCopy = ({ label, code, header }: CodeWithCopyProps) => {
  const t = useText();
  const [isCopied, copy, forget] = useCopied();
  return (
    <>
      <Flex
        justifyContent={{ default: 'justifyContentSpaceBetween' }}
        alignItems={{ default: 'alignItemsCenter' }}
        className="pf-v6-u-mb-xs"
      >
        <FlexItem>{header}</FlexItem>
        <FlexItem align={{ default: 'alignRight' }}>
          <Button
            variant="link"
            isInline
            icon={<CopyIcon />}
            aria-label={isCopied ? t('Copied') : label}
            onClick={() => copy(code)}
            onBlur={forget}
          >
            {isCopied ? t('Copied') : t('Copy')}
          </Button>
          <span className="pf-v6-screen-reader pf-v6-u-text-wrap" aria-live="polite">
            {isCopied && t('Copied')}
          </span>
        </FlexItem>
      </Flex>
      <CodeBlock>
        <CodeBlockCode>{code}</CodeBlockCode>
      </CodeBlock>
    </>
  );
};
