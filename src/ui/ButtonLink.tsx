import type { ReactNode } from 'react';
import { Link } from '../host/router';

interface ButtonLinkProps {
  readonly to: string;
  readonly variant?: 'primary' | 'secondary' | 'link';
  /** the name for screen readers, which begins with what is seen; absent where that is enough */
  readonly label?: string;
  readonly children: ReactNode;
}

/**
 * A link that looks like a button: navigation stays a link for the keyboard, the middle mouse button and screen
 * readers.
 */
export const ButtonLink = ({ to, variant = 'primary', label, children }: ButtonLinkProps) => (
  <Link to={to} className={`pf-v6-c-button pf-m-${variant}`} aria-label={label}>
    <span className="pf-v6-c-button__text">{children}</span>
  </Link>
);
