import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { publicApi } from "@/api/call-public";
import { pageCall } from "@/app/shell/page-call";
import { toLocale } from "@/platform/i18n/locale";
import { isId } from "@/shared/ids/id";
import { Band } from "@/ui/page/band";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Pager } from "@/ui/page/pager";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "initiatives.keyQuestions" });
  return { title: t("title") };
}

/** What heads and groups ask now, each with the way to answer it. */
export default async function KeyQuestionsPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [{ after, municipality }, t] = [await searchParams, await getTranslations("initiatives.keyQuestions")];
  const municipalityId = isId(municipality) ? municipality : undefined;
  const { rows, next } = await pageCall(async () => await publicApi(locale).keyQuestion.list({ municipalityId, cursor: typeof after === "string" ? after : null }));
  const here = municipalityId ? `/key-questions?municipality=${municipalityId}` : "/key-questions";
  return (
    <Band className="stack">
      <PageTitle title={t("title")} note={t("lead")} />
      {rows.length === 0 ? <EmptyState title={t("empty")} level={2} actions={<LinkButton href="/new">{t("free")}</LinkButton>}>{t("emptyText")}</EmptyState> : (
        <ul className="record-list">
          {rows.map((question) => (
            <li key={question.id} className="stack">
              <p className="small muted">{question.group ? `${question.group}, ${question.municipality}` : t("head", { municipality: question.municipality })}</p>
              <h2>{question.text}</h2>
              {question.explanation ? <p className="max-w-measure">{question.explanation}</p> : null}
              <div className="acts"><LinkButton variant="quiet" href={`/new?question=${question.id}`}>{t("answer")}</LinkButton></div>
            </li>
          ))}
        </ul>
      )}
      <Pager {...(after ? { previous: here } : {})} {...(next ? { next: `${here}${municipalityId ? "&" : "?"}after=${next}` } : {})} labels={{ nav: t("pager"), previous: t("first"), next: t("older") }} />
    </Band>
  );
}
