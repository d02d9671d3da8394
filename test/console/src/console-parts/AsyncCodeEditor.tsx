import type { ChangeEvent } from 'react';

interface AsyncCodeEditorProps {
  value?: string;
  code?: string;
  onChange?: (value: string, event: ChangeEvent<HTMLTextAreaElement>) => void;
  readOnly?: boolean;
  isReadOnly?: boolean;
  minHeight?: string | number;
  'aria-label'?: string;
}

/** Stands for the Monaco editor: the same value, change and read-only contract on a plain text area. */
export function AsyncCodeEditor(props: AsyncCodeEditorProps): JSX.Element {
  const { value, code, onChange, readOnly, isReadOnly, minHeight = '30rem' } = props;
  return (
    <textarea
      aria-label={props['aria-label'] ?? 'Editor'}
      className="standin-editor"
      data-test="code-editor"
      onChange={(event) => onChange?.(event.target.value, event)}
      readOnly={readOnly || isReadOnly}
      spellCheck={false}
      style={{ minHeight }}
      value={value ?? code ?? ''}
    />
  );
}
