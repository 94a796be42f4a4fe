import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { queueFilters } from "@/features/hotline/queue/schema";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { DutyStrip } from "./duty-strip";
import { Workplace } from "./workplace";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "hotline.desk" });
  return { title: t("title") };
}

/** The queue beside the question beside the call. A working group sees what was handed to it. */
export default async function HotlinePage({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const asked = (await searchParams).filter;
  const [api, { now, actor }] = [await callApi(), await contextFromNext()];
  const desk = await pageCall(async () => await api.hotline.desk(), "/desk/hotline");
  const filter = queueFilters.find((one) => one === asked) ?? (desk.lines.length > 0 ? "new" : "all");
  const [queue, counts] = await pageCall(async () => await Promise.all([api.hotline.queue({ filter }), api.hotline.counts()]), "/desk/hotline");
  const [line] = desk.lines;
  return (
    <>
      {line ? <DutyStrip hotlineId={line.id} /> : null}
      <Workplace initial={{ filter, queue, counts }} lines={desk.lines} owner={actor.personId ?? ""} drawnAt={now} />
    </>
  );
}
