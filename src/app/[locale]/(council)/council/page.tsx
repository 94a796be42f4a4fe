import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { canSomewhere } from "@/access/policy";
import { policies } from "@/access/rules/all";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { CouncilView } from "@/features/indicators/comparison/ui/council-view";
import { councilQuery } from "@/features/indicators/comparison/ui/council-query";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { EmptyState } from "@/ui/page/empty-state";
import { CouncilCheckpoint } from "./council-checkpoint";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const here = "/council";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators.council"))("title") };
}

/** Target against actual for every municipality of the region, without asking anybody for a form; for the country over its regions. */
export default async function CouncilPage({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const query = councilQuery.parse(await searchParams);
  const [api, { actor, now }, t] = [await callApi(), await contextFromNext(), await getTranslations("indicators.council")];
  const comparison = await pageCall(async () => await api.indicator.comparison({ regionId: query.region }), here);
  if (!comparison) return <EmptyState level={1} title={t("empty")}>{t("emptyText")}</EmptyState>;
  const [boundaries, checkpoint] = await Promise.all([
    comparison.region ? api.indicator.boundaries({ regionId: comparison.region.id }) : null,
    canSomewhere(policies.checkpoint, actor, "takeNote") ? api.checkpoint.forCouncil({ marathonId: comparison.round.id }) : null,
  ]);
  return <CouncilView comparison={comparison} boundaries={boundaries} query={query} checkpoint={checkpoint ? <CouncilCheckpoint checkpoint={checkpoint} now={now} /> : null} />;
}
