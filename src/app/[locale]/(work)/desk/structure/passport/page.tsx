import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { PassportForm } from "@/features/structure/setup/passport/ui/passport-form";
import { isId } from "@/shared/ids/id";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { queryOf } from "../place";
import { PlaceChoice } from "../place-choice";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.passport"))("title") };
}

/** How papers name the municipality and its head, and by which clock it lives. */
export default async function PassportPage({ searchParams }: Props) {
  const here = "/desk/structure/passport";
  const api = await callApi();
  const places = await pageCall(async () => await api.structure.myMunicipalities(), here);
  const wanted = queryOf(await searchParams, "m");
  const municipalityId = wanted !== undefined && isId(wanted) ? wanted : places[0]?.id;
  if (municipalityId === undefined) notFound();
  const passport = await pageCall(async () => await api.structure.setup.passport({ municipalityId }), here);
  const t = await getTranslations("structure.passport");
  return (
    <>
      <PageTitle title={t("title")} note={passport.place.name} />
      <PlaceChoice places={places} current={passport.place.id} path={here} />
      <div className="split">
        <PassportForm key={passport.place.id} passport={passport} />
        <Panel title={t("why")}><p>{t("whyText")}</p></Panel>
      </div>
    </>
  );
}
