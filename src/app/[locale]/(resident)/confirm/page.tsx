import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { tokenField } from "@/features/people/schema";
import { env } from "@/platform/env";
import { toLocale } from "@/platform/i18n/locale";
import { LinkButton } from "@/ui/page/link-button";
import { FormMessages } from "../form-messages";
import { nextOf, queryOf, type PageProps } from "../page-props";
import { ResidentPage } from "../resident-page";
import { Confirm } from "./confirm";
import { Resend } from "./resend";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.confirm" });
  // the address holds a secret: it goes to no other site
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

export default async function ConfirmPage({ params, searchParams }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const t = await getTranslations("people.confirm");
  const next = await nextOf(searchParams);
  const token = tokenField.safeParse(await queryOf(searchParams, "token"));
  const link = token.success ? await (await callApi()).people.confirmState({ token: token.data }) : null;
  if (token.success && link?.state === "valid") {
    return (
      <ResidentPage title={t("title")} lead={link.email ? t("text", { email: link.email }) : t("textBare")}>
        <FormMessages parts={["confirm"]}>
          <Confirm token={token.data} next={next} />
        </FormMessages>
      </ResidentPage>
    );
  }
  const isExpired = link?.state === "expired";
  const signIn = await getTranslations("people.signIn");
  return (
    <ResidentPage title={isExpired ? t("expiredTitle") : t("usedTitle")} lead={isExpired ? t("expiredText") : t("usedText")}>
      {isExpired ? null : <p className="mb-6"><LinkButton href={`/sign-in${next ? `?next=${encodeURIComponent(next)}` : ""}`}>{signIn("submit")}</LinkButton></p>}
      <FormMessages parts={["confirm", "register"]}>
        <Resend next={next} isDemonstration={env.DEMO} />
      </FormMessages>
    </ResidentPage>
  );
}
