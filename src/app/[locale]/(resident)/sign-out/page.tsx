import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { messagesOf } from "@/app/messages/all";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { LinkButton } from "@/ui/page/link-button";
import { FormMessages } from "../form-messages";
import type { PageProps } from "../page-props";
import { ResidentPage } from "../resident-page";
import { OnDevice } from "./on-device";
import { SignOut } from "./sign-out";
import { Unsent } from "./unsent";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.signOut" });
  return { title: t("title") };
}

/** A page with buttons: a link that signs out could be put anywhere. */
export default async function SignOutPage({ params }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const t = await getTranslations("people");
  const { actor } = await contextFromNext();
  if (actor.personId === null) {
    return (
      <ResidentPage title={t("signOut.doneTitle")} lead={t("signOut.doneText")}>
        <OnDevice />
        <div className="acts"><LinkButton href="/sign-in">{t("signIn.submit")}</LinkButton><LinkButton variant="quiet" href="/">{t("signOut.home")}</LinkButton></div>
      </ResidentPage>
    );
  }
  return (
    <ResidentPage title={t("signOut.title")} lead={t("signOut.text")}>
      <OnDevice />
      <NextIntlClientProvider messages={{ initiatives: { leaving: messagesOf(await getLocale()).initiatives.leaving } }}>
        <Unsent ownerId={actor.personId}>
          <FormMessages parts={["signOut"]}>
            <SignOut ownerId={actor.personId} />
          </FormMessages>
        </Unsent>
      </NextIntlClientProvider>
    </ResidentPage>
  );
}
