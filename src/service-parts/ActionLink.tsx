import type { MouseEvent } from 'react';
import { DropdownItem } from '@patternfly/react-core';
import { useHref, useLinkClickHandler } from '../host/router';

interface ActionLinkProps {
  readonly to: string;
  /** why this user cannot use the link; absent when they can */
  readonly reason?: string | undefined;
  readonly children: string;
}

/** A link as a menu item; disabled with the reason when the user cannot use it. */
export const ActionLink = ({ to, reason, children }: ActionLinkProps) => {
  const href = useHref(to);
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  if (reason !== undefined) {
    return (
      <DropdownItem isAriaDisabled description={reason}>
        {children}
      </DropdownItem>
    );
  }
  return (
    <DropdownItem to={href} onClick={(event: MouseEvent<HTMLAnchorElement>) => follow(event)}>
      {children}
    </DropdownItem>
  );
};
