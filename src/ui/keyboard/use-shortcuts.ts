'use client';

import { useEffect, useRef } from 'react';

export type Shortcuts = Record<string, () => void>;

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** «KeyJ» → «J»: by the key's place, because on a Russian layout it writes «о». */
const nameOf = (event: KeyboardEvent) => (event.code.startsWith('Key') ? event.code.slice(3) : event.key);

/** Single-letter shortcuts, silent while somebody types, a modifier is held or a dialog is open. `enabled` lets a person turn them off (WCAG 2.1.4). */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      const act = current.current[nameOf(event)];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [enabled]);
}
