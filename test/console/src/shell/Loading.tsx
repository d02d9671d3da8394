import { Bullseye, Spinner } from '@patternfly/react-core';

/** Something is on its way. */
export function Loading(): JSX.Element {
  return (
    <Bullseye data-test="loading">
      <Spinner aria-label="Loading" />
    </Bullseye>
  );
}
