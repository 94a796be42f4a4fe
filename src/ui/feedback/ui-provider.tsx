'use client';

import type { ReactNode } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { Toasts } from './toasts';

export type UiProviderProps = {
  /** «ru-RU», «en-GB»: dates, numbers and the kit's own announcements follow it. */
  locale: string;
  navigate: (href: string) => void;
  labels: { region: string; close: string };
  children: ReactNode;
};

/** Around workplaces only: it brings react-aria's script, which public pages do without. */
export function UiProvider({ locale, navigate, labels, children }: UiProviderProps) {
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={navigate}>
        {children}
        <Toasts labels={labels} />
      </RouterProvider>
    </I18nProvider>
  );
}
