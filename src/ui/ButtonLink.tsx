import type { ReactNode } from 'react';
import { Link } from '../host/router';

interface ButtonLinkProps {
  readonly to: string;
  readonly variant?: 'primary' | 'secondary' | 'link';
  readonly children: ReactNode;
}

/**
 * A link that looks like a button: navigation stays a link for the keyboard, the middle mouse button and screen
 * readers.
 */
export const ButtonLink = ({ to, variant = 'primary', children }: ButtonLinkProps) => (
  <Link to={to} className={`pf-v6-c-button pf-m-${variant}`}>
    <span className="pf-v6-c-button__text">{children}</span>
  </Link>
);
