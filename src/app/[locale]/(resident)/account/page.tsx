import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import type { Account } from "@/features/people/account/schema";
import { LooksTable } from "@/features/people/ui/looks-table";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatPhone, type Phone } from "@/shared/codes/phone";
import { formatDay } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { fullName } from "@/shared/text/person-name";
import { Facts } from "@/ui/page/facts";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { FormMessages } from "../form-messages";
import type { PageProps } from "../page-props";
import { AskedConsents } from "./asked-consents";
import { OwnHiding, OwnLanguage, OwnNameConsent } from "./account-parts";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.account" });
  return { title: t("title") };
}

const zone = "Europe/Moscow";

export default async function AccountPage({ params }: PageProps) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [api, { now }, t, roles] = [await callApi(), await contextFromNext(), await getTranslations("people.account"), await getTranslations("access.roles")];
  const [account, me, looks, asked] = await pageCall(async () => await Promise.all([api.people.account(), api.people.me(), api.people.looks(), api.people.consents.asked()]), "/account");
  const joinedWithOrganisation = account.registrations.filter((one) => one.organisationName !== null);
  const day = (at: Date) => formatDay(plainDateIn(zone, at), { now, zone, locale });
  const contact = ({ kind, value, isVerified }: Account["contacts"][number]) => ({
    term: kind === "email" ? t("email") : t("phone"), value: kind === "phone" ? formatPhone(value as Phone) : value,
    note: isVerified ? t("verified") : kind === "phone" ? t("notVerifiedPhone") : t("notVerified"),
  });
  return (
    <>
      <PageTitle title={t("title")} note={t("lead")} />
      <AskedConsents asked={asked} />
      <div className="split">
        <div>
          <Panel title={t("about")}>
            <Facts
              items={[
                { term: t("name"), value: fullName(account) },
                ...(account.birthYear ? [{ term: t("birthYear"), value: String(account.birthYear) }] : []),
                { term: t("assurance"), value: t(`assurances.${account.assurance}`) },
                ...(account.registeredAtName ? [{ term: t("registeredAt"), value: account.registeredAtName }] : []),
                ...account.contacts.map(contact),
              ]}
            />
            {account.contacts.length === 0 ? <p className="mt-3">{t("noContacts")}</p> : null}
          </Panel>
          <Panel title={t("participation")}>
            {account.registrations.length === 0 ? (
              <><p>{t("noParticipation")}</p><p className="mt-3"><LinkButton variant="quiet" href="/join?next=/account">{t("joinNow")}</LinkButton></p></>
            ) : (
              <Facts items={account.registrations.map((one) => ({ term: one.marathonName, value: [one.municipalityName, one.organisationName ?? t("noOrganisation")].join(", "), note: one.hiddenFromOrganisation ? t("hiddenOrganisation") : undefined }))} />
            )}
            {joinedWithOrganisation.length === 0 ? null : (
              <>
                <h3 className="mt-5 mb-2">{t("hiding")}</h3>
                <FormMessages parts={["account"]}><OwnHiding isHidden={joinedWithOrganisation.every((one) => one.hiddenFromOrganisation)} /></FormMessages>
              </>
            )}
          </Panel>
          {me.posts.length === 0 ? null : (
            <Panel title={t("posts")}>
              <Facts items={me.posts.map((post) => ({ term: roles(post.role), value: post.placeName, note: post.municipalityName && post.municipalityName !== post.placeName ? post.municipalityName : undefined }))} />
            </Panel>
          )}
          <Panel title={t("consents")}>
            <Facts
              items={account.consents.map(({ purpose, title, givenAt, withdrawnAt, channel, paperCase, onScan }) => ({
                term: <Link href={`/consents/${purpose}`}>{title}</Link>,
                value: withdrawnAt ? t("withdrawn", { date: day(withdrawnAt) }) : t("given", { date: day(givenAt) }),
                note: channel !== "paper" ? undefined : onScan && paperCase === null ? t("onScan") : t("onPaper", { case: paperCase ?? "" }),
              }))}
            />
            <h3 className="mt-5 mb-2">{t("publishName")}</h3>
            <FormMessages parts={["account"]}>
              <OwnNameConsent publishesName={account.publishesName} documentId={account.publishNameDocumentId} />
            </FormMessages>
            <p className="small muted mt-5">{t("withdrawProcessing")} <Link className="link" href="/account/erase">{t("eraseLink")}</Link></p>
          </Panel>
          <Panel title={t("looks")}>
            <p className="mb-3">{looks.length === 0 ? t("looksEmpty") : t("looksText")}</p>
            {looks.length === 0 ? null : <LooksTable looks={looks} now={now} zone={zone} />}
          </Panel>
        </div>
        <div>
          <Panel title={t("held")}>
            <p>{t("heldText")}</p>
            <p className="mt-3"><Link className="link" href="/account/data">{t("heldLink")}</Link></p>
          </Panel>
          <Panel title={t("language")}>
            <p className="mb-3">{t("languageText")}</p>
            <FormMessages parts={["account"]}><OwnLanguage /></FormMessages>
          </Panel>
          <Panel title={t("appearance")}>
            <p>{t("appearanceText")}</p>
            <p className="mt-3"><Link href="/appearance">{t("appearanceLink")}</Link></p>
          </Panel>
          <Panel title={t("sessions")}>
            <p className="mb-3">{t("sessionsText")}</p>
            <div className="acts"><LinkButton variant="quiet" href="/sign-out">{t("signOut")}</LinkButton></div>
            <p className="mt-3"><Link href="/account/security">{t("security")}</Link></p>
          </Panel>
        </div>
      </div>
    </>
  );
}
