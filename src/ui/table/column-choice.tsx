'use client';

import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '../form/button';

export type ColumnChoiceProps = { label: string; columns: readonly { id: string; header: ReactNode }[]; shown: readonly string[]; onShown: (ids: string[]) => void };

export function ColumnChoice({ label, columns, shown, onShown }: ColumnChoiceProps) {
  const change = (keys: 'all' | Iterable<unknown>) => {
    const chosen = keys === 'all' ? new Set(columns.map((column) => column.id)) : new Set([...keys].map(String));
    onShown(columns.map((column) => column.id).filter((id) => chosen.has(id)));
  };
  return (
    <MenuTrigger>
      <Button variant="plain">{label}<span aria-hidden="true" className="chevron" /></Button>
      <Popover className="pop">
        <Menu className="pop-list" aria-label={label} selectionMode="multiple" selectedKeys={shown} onSelectionChange={change}>
          {columns.map((column) => (
            <MenuItem key={column.id} id={column.id} textValue={typeof column.header === 'string' ? column.header : column.id} className="pop-item pop-check">
              <span className="box box-check" aria-hidden="true" />
              <span>{column.header}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
