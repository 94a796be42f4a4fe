'use client';

import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

export type TabItem = { id: string; label: ReactNode; count?: string; content: ReactNode };
export type TabsProps = { label: string; items: readonly TabItem[]; selected?: string; onSelect?: (id: string) => void };

/** Views of one record. Different pages are links (Chips, nav), not tabs. */
export function Tabs({ label, items, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => onSelect?.(String(key))} className="tabs">
      <TabList aria-label={label} className="tab-list">
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="tab">
            {item.label}
            {item.count ? <span className="nav-count">{item.count}</span> : null}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => <TabPanel key={item.id} id={item.id} className="tab-panel">{item.content}</TabPanel>)}
    </AriaTabs>
  );
}
