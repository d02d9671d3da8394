import { Alert, type AlertProps } from '@patternfly/react-core';

/** An alert in the flow of a page. Its title is no heading: it may stand below any. */
export const Notice = (props: Omit<AlertProps, 'component' | 'isInline' | 'ref'>) => (
  <Alert {...props} component="p" isInline />
);
