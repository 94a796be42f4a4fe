import clsx from 'clsx';
import type { ComponentType, ReactNode } from 'react';
import { Link, type NavItem } from './link';
import { Mark } from './mark';
import { NavLinks } from './nav-links';

export type SiteHeaderProps = {
  brand: { name: string; href: string };
  nav: NavItem[];
  labels: { nav: string; menu: string };
  /** The way in or the person's own page; stands last in the folded menu on a phone. */
  account?: NavItem & { look?: 'button' | 'text' };
  /** Small tools that stay in the bar at every width (bell, language): at most two targets. */
  tools?: ReactNode;
  wide?: boolean;
  /** Draws the links; another one marks the page where the reader is. */
  Links?: ComponentType<{ items: NavItem[] }>;
};

/** Wide: links in a row. Narrow: the same links in <details>, which opens without a script; the hidden copy is display:none, so nobody hears it twice. */
export function SiteHeader({ brand, nav, labels, account, tools, wide, Links = NavLinks }: SiteHeaderProps) {
  const folded = account ? [...nav, account] : nav;
  return (
    <header className="site-header">
      <div className={clsx('wrap bar', wide && 'wrap-wide')}>
        <Mark name={brand.name} href={brand.href} />
        {nav.length > 0 && (
          <nav className="nav site-nav" aria-label={labels.nav}>
            <Links items={nav} />
          </nav>
        )}
        <div className="bar-end">
          {tools}
          {account && (
            <Link className={account.look === 'text' ? 'account' : 'button button-quiet'} href={account.href} aria-current={account.current ? 'page' : undefined}>
              {account.label}
            </Link>
          )}
        </div>
        {folded.length > 0 && (
          <details className="nav-fold">
            <summary>{labels.menu}</summary>
            <nav aria-label={labels.nav}>
              <Links items={folded} />
            </nav>
          </details>
        )}
      </div>
    </header>
  );
}
