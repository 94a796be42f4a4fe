import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { callApi } from "@/api/call";
import { FormMessages } from "@/app/[locale]/(resident)/form-messages";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { formatFullDate } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { Facts } from "@/ui/page/facts";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { consentPurposeField } from "@/features/people/schema";
import { OwnDocumentForm, Publish } from "./desk-parts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.consentDesk"))("title") };
}

const zone = "Europe/Moscow";

interface Props {
  readonly searchParams: Promise<{ readonly purpose?: string }>;
}

/** One text at a time: what is in force, the next version, all that there were. */
export default async function ConsentsPage({ searchParams }: Props) {
  const purpose = consentPurposeField.catch("processing").parse((await searchParams).purpose);
  const desk = await pageCall(async () => await (await callApi()).people.consents.desk(), "/admin/consents");
  const [t, names, admin, locale] = [await getTranslations("people.consentDesk"), await getTranslations("people.consent.other"), await getTranslations("structure.admin"), toLocale(await getLocale())];
  const found = desk.find((one) => one.purpose === purpose);
  const [current] = found?.published ?? [];
  const { draft } = found ?? { draft: null };
  const day = (at: Date) => formatFullDate(plainDateIn(zone, at), locale);
  return (
    <>
      <PageTitle title={t("title")} note={t("lead")} crumbs={{ label: admin("crumbs"), items: [{ label: admin("title"), href: "/admin" }, { label: t("title") }] }} />
      <div className="acts mb-6">
        {desk.map((one) => <LinkButton key={one.purpose} variant={one.purpose === purpose ? undefined : "quiet"} aria-current={one.purpose === purpose ? "page" : undefined} href={`/admin/consents?purpose=${one.purpose}`}>{names(one.purpose)}</LinkButton>)}
      </div>
      <div className="split">
        <Panel title={draft ? t("draft") : t("next")}>
          <p className="muted mb-5">{draft ? t("draftText", { date: day(draft.updatedAt) }) : t("nextText")}</p>
          <FormMessages parts={["consentDesk"]}><OwnDocumentForm key={`${purpose}:${draft?.version ?? 0}:${current?.version ?? 0}`} purpose={purpose} initial={draft ?? current ?? null} seen={draft?.version ?? null} /></FormMessages>
        </Panel>
        <div>
          {draft ? (
            <Panel title={t("publishTitle")}>
              <p>{t("publishText")}</p>
              <p className="mt-2">{draft.asksAnew ? t("publishAsks", { count: found?.published.reduce((sum, one) => sum + one.agreed, 0) ?? 0 }) : t("publishQuiet")}</p>
              <FormMessages parts={["consentDesk"]}><Publish key={draft.version} purpose={purpose} seen={draft.version} /></FormMessages>
            </Panel>
          ) : null}
          <Panel title={t("versions")}>
            {(found?.published ?? []).length === 0 ? <p>{t("noVersions")}</p> : (
              <Facts items={(found?.published ?? []).map((one) => ({ term: t("version", { version: one.version }), value: day(one.publishedAt), note: [t("agreed", { count: one.agreed }), ...(one.asksAnew ? [t("asked")] : [])].join(", ") }))} />
            )}
          </Panel>
        </div>
      </div>
    </>
  );
}
