import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { callApi } from "@/api/call";
import { env } from "@/platform/env";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { EmptyState } from "@/ui/page/empty-state";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { Panel } from "@/ui/page/panel";
import { FormMessages } from "../form-messages";
import { nextOf, type PageProps } from "../page-props";
import { placeChoices } from "../place-choices";
import { ResidentPage } from "../resident-page";
import { Register } from "./register";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.register" });
  return { title: t("title") };
}

export default async function RegisterPage({ params, searchParams }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const next = await nextOf(searchParams);
  const { actor } = await contextFromNext();
  if (actor.personId !== null) redirect(next ?? "/my");
  const [api, t] = [await callApi(), await getTranslations("people.register")];
  const [choices, processing, publishName] = await Promise.all([
    placeChoices(api), api.people.consentDocument({ purpose: "processing" }).catch(() => null), api.people.consentDocument({ purpose: "publishName" }).catch(() => null),
  ]);
  if (!choices || !processing) return <EmptyState level={1} title={t("title")} actions={<LinkButton href="/">{t("home")}</LinkButton>}>{t("none")}</EmptyState>;
  const after = next ? `?next=${encodeURIComponent(next)}` : "";
  return (
    <ResidentPage
      title={t("title")} lead={t("lead")}
      aside={<Panel title={t("have")}><p><Link href={`/sign-in${after}`}>{t("signIn")}</Link></p><p className="mt-2"><Link href="/slip">{t("slip")}</Link></p><p className="mt-2"><Link href={`/register/phone${after}`}>{t("byPhone")}</Link></p></Panel>}
    >
      <FormMessages parts={["register"]}>
        <Register choices={choices} documents={{ processing: processing.id, publishName: publishName?.id ?? null }} next={next} isDemonstration={env.DEMO} />
      </FormMessages>
    </ResidentPage>
  );
}
