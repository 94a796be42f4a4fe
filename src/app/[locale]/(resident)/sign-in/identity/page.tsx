import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { toLocale } from "@/platform/i18n/locale";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { FormMessages } from "../../form-messages";
import { nextOf, type PageProps } from "../../page-props";
import { ResidentPage } from "../../resident-page";
import { Enter, LinkOwn } from "./parts";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.identity" });
  return { title: t("title"), robots: { index: false } };
}

/** Back from an organisation's sign-in: in, or linked once by the owner of the account. */
export default async function IdentityPage({ params, searchParams }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const [api, t, next] = [await callApi(), await getTranslations("people.identity"), await nextOf(searchParams)];
  const arrived = await api.people.identity.arrived();
  if (arrived.state === "none") {
    return (
      <ResidentPage title={t("goneTitle")} lead={t("goneText")}>
        <LinkButton href="/sign-in">{t("again")}</LinkButton>
      </ResidentPage>
    );
  }
  if (arrived.state === "known") {
    return (
      <ResidentPage title={t("title")} lead={t("knownText", { name: arrived.providerName })}>
        <FormMessages parts={["identity", "secondFactor"]}><Enter next={next} providerName={arrived.providerName} /></FormMessages>
      </ResidentPage>
    );
  }
  const here = `/sign-in/identity${next ? `?next=${encodeURIComponent(next)}` : ""}`;
  const who = arrived.name ?? t("somebody");
  if (arrived.isSignedIn) {
    return (
      <ResidentPage title={t("linkTitle")} lead={t("linkText", { name: arrived.providerName, who })}>
        <FormMessages parts={["identity"]}><LinkOwn next={next} needsPassword={arrived.needsPassword} /></FormMessages>
      </ResidentPage>
    );
  }
  return (
    <ResidentPage title={t("newTitle")} lead={t("newText", { name: arrived.providerName, who })}>
      <div className="acts">
        <LinkButton href={`/sign-in?next=${encodeURIComponent(here)}`}>{t("signIn")}</LinkButton>
        <Link href={`/register?next=${encodeURIComponent(here)}`}>{t("register")}</Link>
      </div>
    </ResidentPage>
  );
}
