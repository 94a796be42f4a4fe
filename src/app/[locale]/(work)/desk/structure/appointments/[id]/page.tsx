import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { ActPanel, AppointmentActs } from "@/features/structure/appointments/ui/appointment-acts";
import { capital } from "@/features/structure/appointments/ui/capital";
import { needsAct } from "@/features/structure/rules";
import { ScanPanel } from "@/features/structure/scans/ui/scan-panel";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatDay, formatMoment, formatNumericDate } from "@/shared/dates/format";
import { plainDate } from "@/shared/dates/plain-date";
import { plainDateIn } from "@/shared/dates/zone";
import { isId } from "@/shared/ids/id";
import { Facts, type Fact } from "@/ui/page/facts";
import { Link } from "@/ui/page/link";
import { Notice } from "@/ui/page/notice";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Tag } from "@/ui/page/tag";
import { FormMessages } from "@/app/[locale]/(resident)/form-messages";
import "../../../people/slip.css";
import { StaffSlip } from "./staff-slip";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.appointment"))("title") };
}

/** One appointment: who, where, until when, by which act; what may be done with it. */
export default async function AppointmentPage({ params }: Props) {
  const { id } = await params;
  if (!isId(id)) notFound();
  const record = await pageCall(async () => await (await callApi()).structure.appointments.record({ appointmentId: id }), `/desk/structure/appointments/${id}`);
  const [t, people, roles, locale, { now }] = [await getTranslations("structure"), await getTranslations("people.sheet"), await getTranslations("access.roles"), await getLocale(), await contextFromNext()];
  const zone = record.municipality?.timeZone ?? "Europe/Moscow";
  const context = { now, zone, locale };
  const day = (instant: Date) => formatDay(plainDateIn(zone, instant), context);
  const lastDay = (end: Date) => day(new Date(end.getTime() - 1));
  const { act, briefing } = record;
  // no letter with a new password would reach them, and no invitation waits
  const hasForgotten = record.may.act && record.state !== "ended" && !record.isMine && !record.isInvited && !record.may.print && !record.hasEmail;
  const facts: Fact[] = [
    { term: t("appointment.where"), value: record.where, note: record.municipality && record.municipality.shortName !== record.where ? record.municipality.shortName : undefined },
    { term: t("appointment.period"), value: record.endsAt === null ? t("appointment.since", { day: day(record.startsAt) }) : t("appointment.fromTo", { from: day(record.startsAt), to: lastDay(record.endsAt) }) },
    ...(record.standsInFor ? [{ term: t("appointment.standsInFor"), value: record.standsInFor }] : []),
    {
      term: t("act.title"),
      note: act.number !== null && needsAct(record.role) && record.scan === null ? <Tag tone="soon">{t("scan.lacks")}</Tag> : undefined,
      value: act.number === null ? (needsAct(record.role) ? <Tag tone="soon">{t("post.withoutAct")}</Tag> : "—") : `${act.kind ? capital(t(`act.kinds.${act.kind}`)) : ""} № ${act.number}${act.date ? ` ${t("act.of", { date: formatNumericDate(plainDate(act.date), locale) })}` : ""}`,
    },
    ...(record.appointedBy ? [{ term: t("appointment.appointedBy"), value: record.appointedBy, note: formatMoment(record.createdAt, context) }] : []),
  ];
  return (
    <div className="wrap">
      <PageTitle
        title={record.name} note={record.substitutesId === null ? capital(roles(record.role)) : capital(t("post.substitute", { role: roles(record.role) }))}
        crumbs={record.municipality ? { label: t("people.crumbs"), items: [{ label: t("chart.title"), href: `/desk/structure?m=${record.municipality.id}` }, { label: t("people.title"), href: `/desk/structure/people?m=${record.municipality.id}` }, { label: record.name }] } : undefined}
      />
      {record.state === "ended" ? <div className="mb-5"><Notice title={t("appointment.ended")}><p>{t("appointment.endedText")}</p></Notice></div> : null}
      {record.isInvited ? <div className="mb-5"><Notice tone="soon" title={t("appointment.invited")}><p>{t("appointment.invitedText")}</p></Notice></div> : null}
      <div className="split">
        <div>
          <Panel title={t("appointment.title")}><Facts items={facts} /></Panel>
          {record.may.act && record.act.number === null && needsAct(record.role) ? <ActPanel record={record} /> : null}
          <ScanPanel record={record} />
          {briefing ? (
            <Panel title={t("brief.titleDone")} id="briefing">
              <p className="read">{briefing.material}</p>
              <p className="small muted mt-3">{t("brief.byAt", { name: briefing.by, at: formatMoment(briefing.briefedAt, context) })}</p>
              <p className="mt-2">{briefing.acknowledgedAt ? <Tag tone="done">{t("brief.acknowledgedAt", { at: formatMoment(briefing.acknowledgedAt, context) })}</Tag> : <Tag tone="soon">{t("brief.notAcknowledged")}</Tag>}</p>
            </Panel>
          ) : null}
          {record.substitutes.length > 0 ? (
            <Panel title={t("appointment.substitutes")}>
              <ul className="gap-rows">
                {record.substitutes.map((one) => <li key={one.id} className="gap-row"><span><Link className="link" href={`/desk/structure/appointments/${one.id}`}>{one.name}</Link><span className="small muted block">{one.endsAt ? t("appointment.fromTo", { from: day(one.startsAt), to: lastDay(one.endsAt) }) : null}</span></span></li>)}
              </ul>
            </Panel>
          ) : null}
        </div>
        <div>
          <AppointmentActs record={record} today={plainDateIn(zone, now)} />
          {hasForgotten ? (
            <Panel title={people("staffTitle")}>
              <p className="no-print mb-4">{people("staffText")}</p>
              <FormMessages parts={["sheet"]}><StaffSlip appointmentId={record.id} personId={record.personId} zone={zone} label={people("staffMake")} /></FormMessages>
            </Panel>
          ) : null}
          {record.may.act && (record.act.number !== null || !needsAct(record.role)) ? <ActPanel record={record} /> : null}
        </div>
      </div>
    </div>
  );
}
