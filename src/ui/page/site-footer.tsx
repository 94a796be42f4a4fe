import type { ReactNode } from 'react';
import { Link } from './link';

export type SiteFooterProps = { columns: { title: string; links: { href: string; label: ReactNode }[] }[]; children?: ReactNode; wide?: boolean };

export function SiteFooter({ columns, children, wide }: SiteFooterProps) {
  return (
    <footer className="site-footer">
      <div className={wide ? 'wrap wrap-wide' : 'wrap'}>
        <div className="footer-columns">
          {columns.map((column) => (
            <div key={column.title}>
              <h2>{column.title}</h2>
              <ul>
                {column.links.map((link) => (
                  <li key={link.href}>
                    <Link href={link.href}>{link.label}</Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        {children ? <div className="small muted mt-6">{children}</div> : null}
      </div>
    </footer>
  );
}
