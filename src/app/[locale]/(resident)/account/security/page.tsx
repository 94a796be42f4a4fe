import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { ProviderButtons } from "@/features/people/ui/provider-buttons";
import { offeredProviders } from "@/platform/auth/providers/names";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatPhone, type Phone } from "@/shared/codes/phone";
import { formatDay, formatMoment } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { Facts } from "@/ui/page/facts";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { Notice } from "@/ui/page/notice";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { FormMessages } from "../../form-messages";
import { queryOf, type PageProps } from "../../page-props";
import { OwnContacts, OwnSessions, OwnUnlink } from "./parts";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.security" });
  return { title: t("title") };
}

const zone = "Europe/Moscow";

export default async function SecurityPage({ params, searchParams }: PageProps) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [api, { now }, t] = [await callApi(), await contextFromNext(), await getTranslations("people.security")];
  const [organisations, providers] = [await getTranslations("people.identity"), offeredProviders()];
  const second = await getTranslations("people.secondFactor");
  const [account, sessions, factor, identities] = await pageCall(async () => await Promise.all([api.people.account(), api.people.security.sessions(), api.people.secondFactor.read(), api.people.identity.list()]), "/account/security");
  const day = (at: Date) => formatDay(plainDateIn(zone, at), { now, zone, locale });
  const done = await queryOf(searchParams, "done");
  const email = account.contacts.find(({ kind }) => kind === "email");
  return (
    <>
      <PageTitle title={t("title")} note={t("lead")} />
      {done === "password" || done === "contact" ? <div className="mb-6"><Notice tone="done" live><p>{t(done === "password" ? "passwordDone" : "removed")}</p></Notice></div> : null}
      <div className="split">
        <div>
          <Panel title={t("sessions")}>
            <p className="mb-3">{t("sessionsText")}</p>
            <FormMessages parts={["security"]}>
              <OwnSessions
                sessions={sessions.map(({ id, browser, system, network, startedAt, seenAt, isCurrent }) => ({
                  id, isCurrent,
                  device: [browser, system].filter(Boolean).join(", ") || null,
                  where: [network === null ? null : t("network", { network }), isCurrent ? null : t("seen", { at: formatMoment(seenAt, { now, zone, locale }) }), t("since", { date: day(startedAt) })].filter(Boolean).join(" · "),
                }))}
              />
            </FormMessages>
            <p className="mt-5"><LinkButton variant="quiet" href="/sign-out">{t("endAll")}</LinkButton></p>
          </Panel>
        </div>
        <div>
          <Panel title={t("entry")}>
            <Facts items={[{ term: t("email"), value: email?.value ?? t("noEmail"), note: <Link href="/account/security/email">{email ? t("changeEmail") : t("addEmail")}</Link> }, { term: t("password"), value: t("passwordSet"), note: <Link href="/account/security/password">{t("changePassword")}</Link> }, { term: second("title"), value: factor.isOn && factor.since ? second("onSince", { date: day(factor.since) }) : second("off"), note: <Link href="/second-factor">{factor.isOn ? second("look") : second("set")}</Link> }]} />
          </Panel>
          {identities.length + providers.length === 0 ? null : (
            <Panel title={organisations("title")}>
              <FormMessages parts={["identity"]}>
                {identities.map(({ id, providerName, linkedAt }) => (
                  <div key={id} className="mb-4">
                    <p className="mb-2">{providerName}, {organisations("linkedSince", { date: day(linkedAt) })}</p>
                    <OwnUnlink identityId={id} providerName={providerName} />
                  </div>
                ))}
                <ProviderButtons providers={providers.filter(({ name }) => identities.every(({ providerName }) => providerName !== name))} next="/account/security" />
              </FormMessages>
            </Panel>
          )}
          {account.contacts.length > 1 ? (
            <Panel title={t("removeTitle")}>
              <p className="mb-3">{t("removeText")}</p>
              <FormMessages parts={["security"]}><OwnContacts contacts={account.contacts.map(({ id, kind, value }) => ({ value: id, label: kind === "phone" ? formatPhone(value as Phone) : value }))} /></FormMessages>
            </Panel>
          ) : null}
          <Panel title={t("strangerTitle")}><p>{t("strangerText")}</p></Panel>
        </div>
      </div>
    </>
  );
}
