import { CodeBlock, CodeBlockAction, CodeBlockCode } from '@patternfly/react-core';
import { CopyButton } from './CopyButton';

interface CodeWithCopyProps {
  /** names what the button copies, for screen readers */
  readonly label: string;
  readonly code: string;
}

/** Several lines of code with a copy button. */
export const CodeWithCopy = ({ label, code }: CodeWithCopyProps) => (
  <CodeBlock
    actions={
      <CodeBlockAction>
        <CopyButton label={label} text={code} />
      </CodeBlockAction>
    }
  >
    <CodeBlockCode>{code}</CodeBlockCode>
  </CodeBlock>
);
