import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { publicApi } from "@/api/call-public";
import { clock } from "@/platform/clock";
import { env } from "@/platform/env";
import { toLocale } from "@/platform/i18n/locale";
import { formatFullMoment, formatMoment } from "@/shared/dates/format";
import { FilterForm } from "@/ui/form/filter-form";
import { InputField } from "@/ui/form/input-field";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { LetterText } from "./letter-text";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Letters come while the page stands. */
export const dynamic = "force-dynamic";
const zone = "Europe/Moscow";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "messages.mailbox" });
  return { title: t("title"), robots: { index: false } };
}

/** Only the demonstration has one: an ordinary installation answers that there is no such page. */
export default async function MailboxPage({ params, searchParams }: Props) {
  if (!env.DEMO) notFound();
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const { to: asked } = await searchParams;
  const to = typeof asked === "string" ? asked.trim().slice(0, 254) : "";
  const t = await getTranslations("messages.mailbox");
  const letters = await publicApi(locale).messages.mailbox({ to });
  const now = clock.now();
  return (
    <div className="wrap page-body">
      <PageTitle title={t("title")} note={t("lead")} />
      <FilterForm action="/mailbox" label={t("filter")} submit={t("find")} {...(to ? { reset: { href: "/mailbox", label: t("all") } } : {})}>
        <InputField name="to" label={t("to")} hint={t("toHint")} defaultValue={to} autoComplete="off" spellCheck={false} />
      </FilterForm>
      <h2 className="mt-8 mb-4">{t("count", { count: letters.length })}</h2>
      {letters.length === 0 ? (
        <EmptyState title={t("emptyTitle")} actions={<LinkButton href="/register">{t("emptyAction")}</LinkButton>}>{to ? t("noneFor", { to }) : t("emptyText")}</EmptyState>
      ) : (
        <ul className="stack">
          {letters.map((letter) => (
            <li key={letter.id} className="panel">
              <h3>{letter.subject}</h3>
              <p className="small muted num mt-1 mb-3 wrap-anywhere">{letter.to} · <time title={formatFullMoment(letter.at, zone, locale)}>{formatMoment(letter.at, { now, zone, locale })}</time></p>
              <LetterText text={letter.text} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
