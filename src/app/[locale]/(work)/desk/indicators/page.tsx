import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { MorningView } from "@/features/indicators/morning/ui/morning-view";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { idField } from "@/shared/ids/fields";
import { EmptyState } from "@/ui/page/empty-state";
import { choosePlace } from "./choose-place";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const here = "/desk/indicators";
const querySchema = z.object({ municipality: idField.optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators.morning"))("title") };
}

/** A head's morning: will it be reached, who is below, what to do. */
export default async function IndicatorsPage({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const { municipality } = querySchema.parse(await searchParams);
  const [api, { actor }, t] = [await callApi(), await contextFromNext(), await getTranslations("indicators.morning")];
  const places = await pageCall(async () => await api.indicator.places(), here);
  const municipalityId = municipality ?? choosePlace(actor, places);
  if (!municipalityId) return <EmptyState level={1} title={t("noPlaces")}>{t("noPlacesText")}</EmptyState>;
  const morning = await pageCall(async () => await api.indicator.municipality({ municipalityId }), here);
  return <MorningView morning={morning} places={places} />;
}
