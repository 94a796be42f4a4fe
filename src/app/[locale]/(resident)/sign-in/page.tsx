import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { env } from "@/platform/env";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { Link } from "@/ui/page/link";
import { Panel } from "@/ui/page/panel";
import { FormMessages } from "../form-messages";
import { nextOf, type PageProps } from "../page-props";
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
      {env.DEMO ? <p className="small muted mb-5">{t("demo")}</p> : null}
      <FormMessages parts={["signIn", "register"]}>
        <SignIn next={next} isDemonstration={env.DEMO} />
      </FormMessages>
    </ResidentPage>
  );
}
