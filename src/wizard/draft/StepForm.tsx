import { useEffect, useRef, type ReactNode } from 'react';
import { Form, Title } from '@patternfly/react-core';
import type { StepProps } from './stepProps';

interface StepFormProps extends Pick<StepProps, 'refusals'> {
  /** the step's name */
  readonly title: string;
  readonly children: ReactNode;
}

/** The form of one step. When Next was pressed in vain, the first field with a problem gets the focus. */
export const StepForm = ({ title, refusals, children }: StepFormProps) => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  return (
    <Form ref={form} maxWidth="800px" onSubmit={(event) => event.preventDefault()}>
      <Title headingLevel="h2" size="xl">
        {title}
      </Title>
      {children}
    </Form>
  );
};
