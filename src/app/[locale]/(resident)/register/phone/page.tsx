import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { callApi } from "@/api/call";
import { toLocale } from "@/platform/i18n/locale";
import { smsGateway } from "@/platform/sms/gateway";
import { contextFromNext } from "@/platform/trpc/context-next";
import { EmptyState } from "@/ui/page/empty-state";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { Panel } from "@/ui/page/panel";
import { FormMessages } from "../../form-messages";
import { nextOf, type PageProps } from "../../page-props";
import { placeChoices } from "../../place-choices";
import { ResidentPage } from "../../resident-page";
import { RegisterByPhone } from "./register-by-phone";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.phone" });
  return { title: t("title") };
}

export default async function RegisterByPhonePage({ params, searchParams }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const next = await nextOf(searchParams);
  const { actor } = await contextFromNext();
  if (actor.personId !== null) redirect(next ?? "/my");
  const [api, t] = [await callApi(), await getTranslations("people")];
  const [choices, processing, publishName] = await Promise.all([
    placeChoices(api), api.people.consentDocument({ purpose: "processing" }).catch(() => null), api.people.consentDocument({ purpose: "publishName" }).catch(() => null),
  ]);
  if (!choices || !processing) return <EmptyState level={1} title={t("phone.title")} actions={<LinkButton href="/">{t("register.home")}</LinkButton>}>{t("register.none")}</EmptyState>;
  const after = next ? `?next=${encodeURIComponent(next)}` : "";
  return (
    <ResidentPage
      title={t("phone.title")} lead={smsGateway().delivers ? t("phone.leadCode") : t("phone.lead")}
      aside={<><Panel title={t("phone.byEmail")}><p><Link href={`/register${after}`}>{t("phone.byEmailLink")}</Link></p></Panel><Panel title={t("register.have")}><p><Link href={`/sign-in${after}`}>{t("register.signIn")}</Link></p></Panel></>}
    >
      <FormMessages parts={["register", "phone"]}>
        <RegisterByPhone choices={choices} documents={{ processing: processing.id, publishName: publishName?.id ?? null }} next={next} />
      </FormMessages>
    </ResidentPage>
  );
}
