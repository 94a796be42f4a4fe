import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { LinkButton } from "@/ui/page/link-button";
import { RecordPage } from "./record-page";

interface Props {
  readonly params: Promise<{ readonly locale: string; readonly ticketId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "hotline.desk" });
  return { title: t("record") };
}

/** One question by its own address, to be sent to a colleague. Another municipality's doesn't exist. */
export default async function TicketPage({ params }: Props) {
  const { locale, ticketId } = await params;
  setRequestLocale(toLocale(locale));
  const [api, { now }, t] = [await callApi(), await contextFromNext(), await getTranslations("hotline.desk")];
  const record = await pageCall(async () => await api.hotline.record({ ticketId }), `/desk/hotline/${ticketId}`);
  return (
    <div className="wrap page-body">
      <div className="max-w-measure">
        <p className="mb-4"><LinkButton variant="plain" href="/desk/hotline">{t("toQueue")}</LinkButton></p>
        <RecordPage record={record} drawnAt={now} />
      </div>
    </div>
  );
}
