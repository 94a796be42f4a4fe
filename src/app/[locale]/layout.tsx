import "@/ui/theme.css";
import type { Metadata, Viewport } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { toLocale } from "@/platform/i18n/locale";
import { ClientMessages } from "../client-messages";

interface Props {
  readonly children: ReactNode;
  readonly params: Promise<{ readonly locale: string }>;
}

/** The folder is the language; people never see it (next.config.mjs). No page is drawn while building, which has no database: each at its first visit. */
export const generateStaticParams = () => [];

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: [{ media: "(prefers-color-scheme: light)", color: "#f5f4ef" }, { media: "(prefers-color-scheme: dark)", color: "#101715" }] };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "app" });
  return { title: { default: t("name"), template: `%s · ${t("name")}` }, description: t("description"), icons: { icon: "/icon.svg" } };
}

/** Reads neither cookies nor headers, so that public pages below stay cached. The look is set by a script of our own before the page is painted. */
export default async function RootLayout({ children, params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  return (
    <html lang={locale} suppressHydrationWarning>
      <head>
        <script src="/appearance.js" />
      </head>
      <body>
        <ClientMessages namespaces={["app"]}>{children}</ClientMessages>
      </body>
    </html>
  );
}
