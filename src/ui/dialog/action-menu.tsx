'use client';

import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { Button } from '../form/button';
import type { ButtonLook } from '../page/button-class';

export type MenuAction = { id: string; label: string; note?: string; href?: string; onAction?: () => void; danger?: boolean; isDisabled?: boolean };
export type ActionMenuProps = ButtonLook & { label: ReactNode; ariaLabel?: string; icon?: boolean; items: readonly MenuAction[] };

/** The less frequent actions behind one button («Ещё»). */
export function ActionMenu({ label, ariaLabel, icon, items, variant = 'plain', size }: ActionMenuProps) {
  return (
    <MenuTrigger>
      <Button variant={variant} size={size} icon={icon} aria-label={ariaLabel}>
        {label}
        {icon ? null : <span aria-hidden="true" className="chevron" />}
      </Button>
      <Popover className="pop">
        <Menu className="pop-list" items={items}>
          {(item) => (
            <MenuItem id={item.id} textValue={item.label} href={item.href} onAction={item.onAction} isDisabled={item.isDisabled} className={item.danger ? 'pop-item pop-danger' : 'pop-item'}>
              <Text slot="label">{item.label}</Text>
              {item.note ? <Text slot="description" className="small muted">{item.note}</Text> : null}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
