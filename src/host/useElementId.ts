import { useState } from 'react';

let given = 0;

/**
 * @returns an id for an element of this component's page, the same each time it is drawn; for `aria-labelledby` and the
 *   like. React's own useId is there from React 18 on, and OpenShift's consoles up to 4.21 have React 17.
 */
export function useElementId(): string {
  const [id] = useState(() => {
    given += 1;
    return `expose-vm-${given}`;
  });
  return id;
}
