import type { AnchorHTMLAttributes, ReactNode } from 'react';

export type NavItem = { href: string; label: ReactNode; current?: boolean; count?: string };

/** The one place where the kit's own links are made: a plain anchor, so that a public page needs no script for it. */
export function Link({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return <a href={href} {...rest} />;
}
