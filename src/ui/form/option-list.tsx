'use client';

import type { ReactNode } from 'react';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';

export type OptionItem = { id: string; label: string; note?: string; isDisabled?: boolean };

/** The list that opens under Select and ComboBox. */
export function OptionList({ items, empty }: { items?: readonly OptionItem[]; empty?: ReactNode }) {
  return (
    <ListBox className="pop-list" items={items} renderEmptyState={empty ? () => <p className="pop-empty">{empty}</p> : undefined}>
      {(item: OptionItem) => (
        <ListBoxItem id={item.id} textValue={item.label} className="pop-item" isDisabled={item.isDisabled}>
          <Text slot="label">{item.label}</Text>
          {item.note ? <Text slot="description" className="small muted">{item.note}</Text> : null}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
