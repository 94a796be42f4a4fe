import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { messagesOf } from "@/app/messages/all";
import { hotlineLimits } from "@/features/hotline/schema";
import { municipalityOptions } from "@/features/hotline/ui/municipality-options";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { PageTitle } from "@/ui/page/page-title";
import { currentMunicipalities, idOf, longestList } from "../places";
import { AskIsland } from "./ask-island";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "hotline.ask" });
  return { title: t("title") };
}

const limits = {
  subject: { min: hotlineLimits.subjectMin, max: hotlineLimits.subject }, question: { min: hotlineLimits.questionMin, max: hotlineLimits.question },
  name: { max: hotlineLimits.name }, email: { max: 254 }, phone: { max: 60 },
};

/** One thing on the page: the question. Only the sentences of this form go to the browser. */
export default async function AskPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [asked, t, { actor, now }] = [await searchParams, await getTranslations("hotline"), await contextFromNext()];
  const municipalities = await currentMunicipalities();
  const place = municipalities.find((one) => one.id === idOf(asked.municipality));
  if (!place && municipalities.length > longestList) redirect("/help");
  const { hotline, errors } = messagesOf(locale);
  const spoken = { hotline: { ask: hotline.ask, refusal: hotline.refusal }, errors: { request: errors.request, registration: errors.registration, ticket: errors.ticket, idempotency: errors.idempotency, field: errors.field } };
  return (
    <div className="wrap page-body">
      <PageTitle title={t("ask.title")} crumbs={{ label: t("own.crumbs"), items: [{ label: t("help.title"), href: place ? `/help?municipality=${place.id}` : "/help" }] }} />
      <div className="split">
        <div>
          <noscript><p className="notice mb-6">{t("ask.noScript")}</p></noscript>
          <NextIntlClientProvider messages={spoken}>
            <AskIsland municipalityId={place?.id ?? ""} municipalities={place ? [] : municipalityOptions(municipalities)} isSignedIn={actor.personId !== null} limits={limits} now={now} />
          </NextIntlClientProvider>
        </div>
        <div className="max-[56rem]:order-first">
          <p className="read">{place ? t("ask.lead", { place: place.shortName }) : t("ask.leadNone")}</p>
          <p className="muted small mt-3">{t("ask.notAppeal")}</p>
        </div>
      </div>
    </div>
  );
}
