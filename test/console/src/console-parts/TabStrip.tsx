import { Link } from '@generation/router';

interface TabStripProps {
  tabs: { name: string; href: string }[];
  activeHref: string;
  base: string;
  className?: string;
}

/** Tabs that are links. Drawn by hand: PatternFly's Tabs would add scroll buttons, which the console has not. */
export function TabStrip({ tabs, activeHref, base, className = '' }: TabStripProps): JSX.Element {
  return (
    <nav aria-label="Tabs" className={`pf-v6-c-tabs pf-m-page-insets ${className}`} data-test="tab-strip">
      <ul className="pf-v6-c-tabs__list">
        {tabs.map(({ name, href }) => (
          <li className={`pf-v6-c-tabs__item ${href === activeHref ? 'pf-m-current' : ''}`} key={href}>
            <Link
              aria-current={href === activeHref ? 'page' : undefined}
              className="pf-v6-c-tabs__link"
              data-test={`horizontal-link-${name}`}
              data-test-id={`horizontal-link-${name}`}
              to={href ? `${base}/${href}` : base}
            >
              <span className="pf-v6-c-tabs__item-text">{name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
