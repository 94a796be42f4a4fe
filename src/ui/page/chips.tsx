import { Link, type NavItem } from './link';

/** Ready-made filters as links, the chosen one marked. */
export function Chips({ items, label }: { items: NavItem[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ul className="chips">
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} aria-current={item.current ? 'true' : undefined}>
              {item.label}
              {item.count ? <span>{item.count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
