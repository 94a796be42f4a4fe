import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { callApi } from "@/api/call";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { FormMessages } from "../form-messages";
import { nextOf, type PageProps } from "../page-props";
import { placeChoices } from "../place-choices";
import { ResidentPage } from "../resident-page";
import { Join } from "./join";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.join" });
  return { title: t("title") };
}

/** Somebody with an account who doesn't take part in this marathon yet: staff, people of last year. */
export default async function JoinPage({ params, searchParams }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const next = (await nextOf(searchParams)) ?? "/my";
  const { actor } = await contextFromNext();
  if (actor.personId === null) redirect(`/sign-in?next=${encodeURIComponent(`/join?next=${encodeURIComponent(next)}`)}`);
  const [api, t] = [await callApi(), await getTranslations("people")];
  const choices = await placeChoices(api);
  if (!choices) return <EmptyState level={1} title={t("join.title")} actions={<LinkButton href="/">{t("register.home")}</LinkButton>}>{t("register.none")}</EmptyState>;
  return (
    <ResidentPage title={t("join.title")} lead={t("join.lead")}>
      <FormMessages parts={["join"]}>
        <Join choices={choices} next={next} />
      </FormMessages>
    </ResidentPage>
  );
}
