import { Link, type NavItem } from './link';

export function NavLinks({ items }: { items: NavItem[] }) {
  return items.map((item) => (
    <Link key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
      {item.label}
      {item.count ? <span className="nav-count">{item.count}</span> : null}
    </Link>
  ));
}
