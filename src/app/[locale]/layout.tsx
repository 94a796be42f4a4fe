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

/** No page is drawn while building, which has no database. What is the same for everybody is kept by our own server (platform/http/page-cache). */
export const dynamic = "force-dynamic";

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: [{ media: "(prefers-color-scheme: light)", color: "#f5f4ef" }, { media: "(prefers-color-scheme: dark)", color: "#101715" }] };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "app" });
  return { title: { default: t("name"), template: `%s · ${t("name")}` }, description: t("description"), icons: { icon: "/icon.svg" } };
}

/** The folder is the language; people never see it in an address (next.config.mjs). The look is set by a script of our own before the page is painted. */
export default async function RootLayout({ children, params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  return (
    <html lang={locale} suppressHydrationWarning>
      <head>
        <script src="/appearance.js" />
        <script src="/assisted.js" />
      </head>
      <body>
        <ClientMessages namespaces={["app"]}>{children}</ClientMessages>
      </body>
    </html>
  );
}
