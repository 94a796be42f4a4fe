import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import type { PageProps } from "../page-props";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "people.assisted" });
  return { title: t("title") };
}

/** Where a desk lands when it has worked with somebody, nothing of them on the page; meanwhile, what is said instead of a page that is closed. */
export default async function AssistedEndedPage({ params }: PageProps) {
  setRequestLocale(toLocale((await params).locale));
  const [{ actor }, t] = [await contextFromNext(), await getTranslations("people")];
  const { assisting } = actor;
  if (assisting) return <EmptyState level={1} title={t("assisted.closedTitle")} actions={<LinkButton href={`/desk/people/${assisting.personId}`}>{t("assisted.goOn")}</LinkButton>}>{t("assisted.closedText", { name: assisting.name })}</EmptyState>;
  const signedIn = actor.personId !== null;
  return <EmptyState level={1} title={t("assisted.title")} actions={<LinkButton href={signedIn ? "/desk/people" : "/sign-in"}>{signedIn ? t("assisted.people") : t("register.signIn")}</LinkButton>}>{t("assisted.text")}</EmptyState>;
}
