import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { ProviderButtons } from "@/features/people/ui/provider-buttons";
import { offeredProviders } from "@/platform/auth/providers/names";
import { env } from "@/platform/env";
import { toLocale } from "@/platform/i18n/locale";
import { smsGateway } from "@/platform/sms/gateway";
import { contextFromNext } from "@/platform/trpc/context-next";
import { Link } from "@/ui/page/link";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import { FormMessages } from "../form-messages";
import { nextOf, queryOf, type PageProps } from "../page-props";
import { ResidentPage } from "../resident-page";
import { SignIn } from "./sign-in";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.signIn" });
  return { title: t("title") };
}

export default async function SignInPage({ params, searchParams }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const next = await nextOf(searchParams);
  const { actor } = await contextFromNext();
  if (actor.personId !== null) redirect(next ?? (actor.posts.length > 0 ? "/desk" : "/my"));
  const t = await getTranslations("people.signIn");
  const [providers, identity, failed] = [offeredProviders(), await getTranslations("people.identity"), await queryOf(searchParams, "error")];
  const after = next ? `?next=${encodeURIComponent(next)}` : "";
  return (
    <ResidentPage
      title={t("title")}
      aside={
        <>
          <Panel title={t("none")}><p><Link href={`/register${after}`}>{t("register")}</Link></p></Panel>
          <Panel title={t("slip")}><p><Link href="/slip">{t("slipLink")}</Link></p></Panel>
        </>
      }
    >
      {failed === undefined ? null : <div className="mb-5"><Notice tone="late"><p>{failed === "simplified" ? identity("simplified") : identity("failed")}</p></Notice></div>}
      {env.DEMO ? <p className="small muted mb-5">{t("demo")}</p> : null}
      <FormMessages parts={["signIn", "register", "secondFactor", "phone"]}>
        <SignIn next={next} isDemonstration={env.DEMO} byCode={smsGateway().delivers} />
      </FormMessages>
      {providers.length === 0 ? null : (
        <div className="mt-6">
          <p className="mb-3">{identity("or")}</p>
          <FormMessages parts={["identity"]}><ProviderButtons providers={providers} next={next} /></FormMessages>
        </div>
      )}
    </ResidentPage>
  );
}
