'use client';

import { useEffect, useState } from 'react';
import { Autocomplete, Dialog, Header, Input, Menu, MenuItem, MenuSection, Modal, ModalOverlay, SearchField, Text, useFilter } from 'react-aria-components';

export type Command = { id: string; label: string; note?: string; group?: string; href?: string; onAction?: () => void; keys?: string };
export type CommandPaletteProps = { items: readonly Command[]; labels: { title: string; placeholder: string; empty: string }; query?: string; onQuery?: (text: string) => void; isOpen?: boolean; onOpenChange?: (isOpen: boolean) => void };

/** Ctrl K or ⌘ K from anywhere. With `onQuery` the items come from the server as one types; without, they are filtered here. */
export function CommandPalette({ items, labels, query, onQuery, isOpen, onOpenChange }: CommandPaletteProps) {
  const [own, setOwn] = useState(false);
  const open = isOpen ?? own;
  const setOpen = (next: boolean) => { setOwn(next); onOpenChange?.(next); };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      setOpen(!open);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
  const { contains } = useFilter({ sensitivity: 'base' });
  const groups = [...new Set(items.map((item) => item.group ?? ''))];
  const choose = (item: Command) => { setOpen(false); item.onAction?.(); };
  return (
    <ModalOverlay className="veil veil-top" isOpen={open} onOpenChange={setOpen} isDismissable>
      <Modal className="modal modal-palette">
        <Dialog className="dialog" aria-label={labels.title}>
          <Autocomplete filter={onQuery ? undefined : contains} inputValue={query} onInputChange={onQuery}>
            <SearchField aria-label={labels.title} autoFocus className="palette-search"><Input className="input input-large" placeholder={labels.placeholder} /></SearchField>
            <Menu className="pop-list palette-list" renderEmptyState={() => <p className="pop-empty">{labels.empty}</p>}>
              {groups.map((group) => (
                <MenuSection key={group} aria-label={group || labels.title}>
                  {group ? <Header className="pop-group">{group}</Header> : null}
                  {items.filter((item) => (item.group ?? '') === group).map((item) => (
                    <MenuItem key={item.id} id={item.id} textValue={item.note ? `${item.label} ${item.note}` : item.label} href={item.href} onAction={() => choose(item)} className="pop-item palette-item">
                      <Text slot="label">{item.label}</Text>
                      {item.note ? <Text slot="description" className="small muted">{item.note}</Text> : null}
                      {item.keys ? <kbd>{item.keys}</kbd> : null}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
