import type { ReactNode } from 'react';
import { LinkButton } from '../page/link-button';

export type FilterFormProps = {
  action: string;
  label: string;
  /** What the address holds besides the fields and must not be lost (sort order). The cursor is left out on purpose: new filters begin at the first page. */
  keep?: Record<string, string | undefined>;
  submit?: ReactNode;
  reset?: { href: string; label: ReactNode };
  children: ReactNode;
};

/** A GET form: filters live in the address, work without scripts and can be sent to somebody. */
export function FilterForm({ action, label, keep = {}, submit, reset, children }: FilterFormProps) {
  return (
    <form method="get" action={action} role="search" aria-label={label}>
      {Object.entries(keep).map(([name, value]) => (value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />))}
      {children}
      {submit || reset ? (
        <div className="acts mt-4">
          {submit ? <button type="submit" className="button">{submit}</button> : null}
          {reset ? <LinkButton variant="plain" href={reset.href}>{reset.label}</LinkButton> : null}
        </div>
      ) : null}
    </form>
  );
}
