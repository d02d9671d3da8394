import type { ReactNode } from 'react';
import type { Failure } from '../domain/k8s/failure';
import { failureText } from './text/failureText';
import { Notice } from './Notice';
import { useText } from './useText';

interface FailureAlertProps {
  /** what was wanted, as a whole sentence */
  readonly title: string;
  readonly failure: Failure;
  /** what can be done next */
  readonly children?: ReactNode;
}

/** A failed call: what was wanted, the API server's own words and code, what to do next. */
export const FailureAlert = ({ title, failure, children }: FailureAlertProps) => {
  const t = useText();
  return (
    <Notice variant="danger" title={title}>
      <p>{failureText(t, failure)}</p>
      {children}
    </Notice>
  );
};
