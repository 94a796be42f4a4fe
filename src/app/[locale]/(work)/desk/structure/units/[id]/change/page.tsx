import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { changeKinds } from "@/features/structure/units/schema";
import { ChangeForm } from "@/features/structure/units/ui/change-form";
import { isId } from "@/shared/ids/id";
import { Chips } from "@/ui/page/chips";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { queryOf } from "../../../place";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.units"))("change") };
}

/** What was decided on a unit: chosen first, then asked for. */
export default async function ChangePage({ params, searchParams }: Props) {
  const { id } = await params;
  if (!isId(id)) notFound();
  const here = `/desk/structure/units/${id}/change`;
  const unit = await pageCall(async () => await (await callApi()).structure.units.record({ unitId: id }), here);
  if (!unit.may.change) notFound();
  const t = await getTranslations("structure.units");
  // a municipality is closed by joining another
  const kinds = changeKinds.filter((kind) => unit.kind !== "municipality" || kind !== "end");
  const wanted = queryOf(await searchParams, "kind");
  const kind = kinds.find((one) => one === wanted) ?? "rename";
  return (
    <>
      <PageTitle title={t("changeTitle", { name: unit.shortName })} crumbs={{ label: t("crumbs"), items: [{ label: unit.shortName, href: `/desk/structure/units/${id}` }, { label: t("change") }] }} />
      <div className="mb-6"><Chips label={t("form.kinds")} items={kinds.map((one) => ({ href: `${here}?kind=${one}`, label: t(`what.${one}`), current: one === kind }))} /></div>
      <Panel><ChangeForm key={kind} kind={kind} unit={unit} /></Panel>
    </>
  );
}
