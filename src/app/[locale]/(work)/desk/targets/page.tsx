import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { dayOfMonth } from "@/features/indicators/ui/names";
import { PlaceChooser } from "@/features/indicators/ui/place-chooser";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { idField } from "@/shared/ids/fields";
import { EmptyState } from "@/ui/page/empty-state";
import { PageTitle } from "@/ui/page/page-title";
import { Say } from "@/ui/page/say";
import { choosePlace } from "../indicators/choose-place";
import { TargetsDesk } from "./targets-desk";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const here = "/desk/targets";
const querySchema = z.object({ municipality: idField.optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators.targets"))("title") };
}

/** The head says how many are needed and when figures are taken; the others of the municipality read it. */
export default async function TargetsPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const { municipality } = querySchema.parse(await searchParams);
  const [api, { actor, now }, t, empty] = [await callApi(), await contextFromNext(), await getTranslations("indicators.targets"), await getTranslations("indicators.morning")];
  const places = await pageCall(async () => await api.indicator.places(), here);
  const municipalityId = municipality ?? choosePlace(actor, places);
  if (!municipalityId) return <EmptyState level={1} title={empty("noPlaces")}>{empty("noPlacesText")}</EmptyState>;
  const [targets, checkpoints] = await pageCall(async () => await Promise.all([api.target.list({ municipalityId }), api.checkpoint.list({ municipalityId })]), here);
  const { place, round, canSet } = targets;
  const isOpen = round.phase === "upcoming" || round.phase === "collecting";
  return (
    <>
      <PlaceChooser action={here} places={places} chosen={place.id} />
      <PageTitle title={t("title")} note={t("where", { place: place.shortName, marathon: round.name })} />
      <Say>{t(!isOpen ? "sayOver" : canSet ? "say" : "sayRead", { date: dayOfMonth(round.endsOn, locale) })}</Say>
      <TargetsDesk targets={targets} checkpoints={checkpoints} now={now} />
    </>
  );
}
