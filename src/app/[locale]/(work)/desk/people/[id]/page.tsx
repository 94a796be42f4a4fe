import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatPhone, type Phone } from "@/shared/codes/phone";
import { formatDay, formatMoment } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { Facts } from "@/ui/page/facts";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { PaperScan, Slip, WriteTogether } from "../desk-parts";

interface Props {
  readonly params: Promise<{ readonly locale: string; readonly id: string }>;
}

const zone = "Europe/Moscow";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.desk" });
  return { title: t("back") };
}

/** Somebody whom the asker has registered; that they looked is written down, and the person sees it. */
export default async function DeskPersonPage({ params }: Props) {
  const { locale: folder, id } = await params;
  const locale = toLocale(folder);
  setRequestLocale(locale);
  const [api, { now }, t] = [await callApi(), await contextFromNext(), await getTranslations("people")];
  const person = await pageCall(async () => await api.people.desk.person({ personId: id }), `/desk/people/${id}`);
  const paper = await api.people.paper.current({ personId: id });
  const until = person.slipUntil ? formatDay(plainDateIn(zone, person.slipUntil), { now, zone, locale }) : "";
  return (
    <>
      <div className="no-print">
        <PageTitle
          title={person.name} crumbs={{ label: t("desk.crumbs"), items: [{ label: t("desk.back"), href: "/desk/people" }] }} note={t("person.looks")}
          actions={person.mayAssist && person.registeredAtUnitId ? <WriteTogether personId={person.id} organisationId={person.registeredAtUnitId} isPrimary /> : undefined}
        />
        <Panel>
          <Facts
            items={[
              { term: t("person.phone"), value: person.phone ? formatPhone(person.phone as Phone) : t("person.noPhone") },
              { term: t("person.organisation"), value: person.organisationName ?? t("person.noOrganisation") },
              { term: t("person.where"), value: person.registeredAtName ?? "", note: formatMoment(person.createdAt, { now, zone, locale }) },
              { term: t("desk.together"), value: [t("desk.helped", { count: person.helped }), ...(person.drafts > 0 ? [t("desk.drafts", { count: person.drafts })] : [])].join(", ") },
            ]}
          />
        </Panel>
        <PaperScan personId={person.id} paper={paper} mayAttach={person.mayAssist} />
      </div>
      {person.mayIssueSlip ? (
        <div className="mt-6">
          <h2 className="no-print mb-2">{t("person.slipTitle")}</h2>
          <p className="no-print mb-4">{t(`person.slipText.${person.slip}`, { date: until })}</p>
          <Slip personId={person.id} zone={zone} label={person.slip === "none" ? t("person.makeSlip") : t("person.newSlip")} />
        </div>
      ) : null}
    </>
  );
}
