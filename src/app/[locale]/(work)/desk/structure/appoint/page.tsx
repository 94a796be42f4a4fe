import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { isId } from "@/shared/ids/id";
import { queryOf } from "../place";
import { AppointHere } from "./appoint-here";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.appoint"))("page") };
}

/** A question page: whom, for a place that a gap or a list named. */
export default async function AppointPage({ searchParams }: Props) {
  const query = await searchParams;
  const seatId = queryOf(query, "seat");
  if (seatId === undefined || !isId(seatId)) notFound();
  const seat = await pageCall(async () => await (await callApi()).structure.appointments.seat({ seatId }), "/desk/structure");
  const t = await getTranslations("structure");
  const role = seat.roles.find((one) => one === queryOf(query, "role"));
  return (
    <div className="wrap">
      <PageTitle
        title={t("appoint.page")} note={[seat.name, seat.municipality?.shortName].filter(Boolean).join(", ")}
        crumbs={{ label: t("people.crumbs"), items: [{ label: t("chart.title"), href: seat.municipality ? `/desk/structure?m=${seat.municipality.id}` : "/desk" }, { label: t("appoint.page") }] }}
      />
      <div className="split">
        <AppointHere seatId={seat.id} roles={role ? [role] : seat.roles} isAdministration={seat.municipality !== null && seat.id === seat.municipality.id} />
        <Panel title={t("appoint.helpTitle")}><p>{t("appoint.help")}</p></Panel>
      </div>
    </div>
  );
}
