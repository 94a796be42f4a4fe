import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { capital } from "@/features/structure/appointments/ui/capital";
import { invitationInput } from "@/features/structure/invitations/schema";
import { toLocale } from "@/platform/i18n/locale";
import { ClientMessages } from "@/app/client-messages";
import { Facts } from "@/ui/page/facts";
import { LinkButton } from "@/ui/page/link-button";
import { Panel } from "@/ui/page/panel";
import { ResidentPage } from "../../resident-page";
import { Accept } from "./accept";

interface Props {
  readonly params: Promise<{ readonly locale: string; readonly token: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "structure.invitation" });
  // the address holds a secret: it goes to no other site
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

/** What somebody who was appointed opens from the letter: which role, and a password to begin with. */
export default async function InvitationPage({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(toLocale(locale));
  const [t, roles, api] = [await getTranslations("structure.invitation"), await getTranslations("access.roles"), await callApi()];
  const parsed = invitationInput.safeParse({ token: decodeURIComponent(token) });
  const found = parsed.success ? await api.staff.invitation(parsed.data) : { state: "used" as const };
  if (found.state !== "valid") {
    return (
      <ResidentPage title={t(`${found.state}.title`)} lead={t(`${found.state}.text`)}>
        <div className="acts">
          <LinkButton href="/sign-in">{t("signIn")}</LinkButton>
          <LinkButton variant="plain" href="/sign-in/forgot">{t("forgot")}</LinkButton>
        </div>
      </ResidentPage>
    );
  }
  const document = await api.people.consentDocument({ purpose: "processing" });
  const places = found.posts.map(({ role, where, municipality }) => ({ term: capital(roles(role)), value: where, note: municipality !== where ? municipality : undefined }));
  return (
    <ResidentPage title={t("title")} lead={t("lead", { name: found.name })} aside={<div className="mb-4"><Panel title={t("posts")}><Facts layout="stack" items={places} /></Panel></div>}>
      <ClientMessages namespaces={["app", "errors", "people", "structure"]}>
        <Accept token={parsed.data?.token ?? token} email={found.email} documentId={document.id} />
      </ClientMessages>
    </ResidentPage>
  );
}

