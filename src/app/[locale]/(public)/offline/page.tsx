import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { messagesOf } from "@/app/messages/all";
import { toLocale } from "@/platform/i18n/locale";
import { PageTitle } from "@/ui/page/page-title";
import { Offline } from "./offline";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "initiatives.offline" });
  return { title: t("title") };
}

/** The same for everybody, so that a device may keep it: who asks, and what they hold, comes by procedures and out of the device. */
export default async function OfflinePage({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const { app, errors, initiatives } = messagesOf(locale);
  const { offline, paper, kind } = initiatives;
  const t = await getTranslations("initiatives.offline");
  return (
    <div className="wrap page-body">
      <PageTitle title={t("title")} note={t("lead")} />
      <NextIntlClientProvider messages={{ app, errors, initiatives: { offline, paper, kind, new: initiatives.new } }}>
        <Offline />
      </NextIntlClientProvider>
    </div>
  );
}
