'use client';

import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { useShortcuts, type Shortcuts } from '../keyboard/use-shortcuts';

export type QueueLayoutProps<Item> = {
  items: readonly Item[];
  itemKey: (item: Item) => string;
  /** The record's own page: Ctrl and a click open it there; without scripts so does a plain click. */
  itemHref: (item: Item) => string;
  renderItem: (item: Item) => ReactNode;
  selected: string | null;
  onSelect: (key: string) => void;
  /** Heading with the count, Chips, bulk bar. */
  header: ReactNode;
  /** Pager, or what shows instead of an empty list. */
  below?: ReactNode;
  preview: ReactNode;
  side?: ReactNode;
  /** By letter in Latin: { R: reply, M: merge }. J and K are the layout's own. */
  shortcuts?: Shortcuts;
  shortcutsOn?: boolean;
  labels: { list: string; preview: string; side: string; back: ReactNode };
};

/** List, preview and side at once; on a phone one at a time. J and K go down and up, and the preview follows. */
export function QueueLayout<Item>({ items, itemKey, itemHref, renderItem, selected, onSelect, header, below, preview, side, shortcuts, shortcutsOn = true, labels }: QueueLayoutProps<Item>) {
  const [isReading, setReading] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const record = useRef<HTMLElement>(null);
  const at = items.findIndex((item) => itemKey(item) === selected);
  const go = (step: 1 | -1) => {
    const next = items[at === -1 ? 0 : Math.min(items.length - 1, Math.max(0, at + step))];
    if (next) onSelect(itemKey(next));
  };
  useShortcuts({ ...shortcuts, J: () => go(1), K: () => go(-1) }, shortcutsOn);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  useEffect(() => {
    if (isReading && record.current?.offsetParent) record.current.focus({ preventScroll: true });
  }, [isReading, selected]);
  const open = (event: MouseEvent, key: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onSelect(key);
    setReading(true);
  };
  return (
    <div className="queue" data-reading={isReading || undefined} data-side={side ? true : undefined}>
      <section className="queue-list" aria-label={labels.list}>
        <header className="queue-head">{header}</header>
        <ul ref={list}>
          {items.map((item) => {
            const key = itemKey(item);
            return (
              <li key={key}>
                <a href={itemHref(item)} aria-current={key === selected ? 'true' : undefined} onClick={(event) => open(event, key)}>{renderItem(item)}</a>
              </li>
            );
          })}
        </ul>
        {below ? <div className="queue-below">{below}</div> : null}
      </section>
      <section className="queue-record" aria-label={labels.preview} ref={record} tabIndex={-1}>
        <button type="button" className="button button-plain queue-back" onClick={() => setReading(false)}>{labels.back}</button>
        {preview}
      </section>
      {side ? <aside className="queue-side" aria-label={labels.side}>{side}</aside> : null}
    </div>
  );
}
