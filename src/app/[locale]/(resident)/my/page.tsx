import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { FollowedList } from "@/features/initiatives/following/ui/followed-list";
import { MyList } from "@/features/initiatives/record/ui/my-list";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { formatMoment } from "@/shared/dates/format";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Pager } from "@/ui/page/pager";
import { Panel } from "@/ui/page/panel";
import { Say } from "@/ui/page/say";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "initiatives.my" });
  return { title: t("title") };
}

export default async function MyPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const { after } = await searchParams;
  const [api, { now }, t, terms, coAuthors] = [await callApi(), await contextFromNext(), await getTranslations("initiatives.my"), await getTranslations("initiatives.terms"), await getTranslations("initiatives.coAuthors")];
  const cursor = typeof after === "string" ? after : null;
  const [mine, drafts, followed, coAuthored] = await pageCall(async () => await Promise.all([api.initiative.mine({ cursor }), api.draft.list(), api.initiative.followed({ limit: 20 }), api.coAuthors.mine()]), "/my");
  const asked = mine.rows.filter((row) => row.question !== null);
  const isEmpty = mine.rows.length === 0 && drafts.length === 0;
  return (
    <>
      <PageTitle title={t("title")} actions={isEmpty ? undefined : <><LinkButton href="/new">{t("submitNew")}</LinkButton><LinkButton variant="plain" href="/my/questions">{t("questions")}</LinkButton></>} />
      {isEmpty ? <EmptyState title={t("emptyTitle")} actions={<><LinkButton href="/new">{t("submitNew")}</LinkButton><LinkButton variant="plain" href="/my/questions">{t("questions")}</LinkButton></>}>{t("empty")}</EmptyState> : null}
      {mine.rows.length > 0 ? <Say>{asked.length > 0 ? t("asked", { count: asked.length }) : t("nothingAsked")}</Say> : null}
      <div className="mt-6 grid gap-4">
        {drafts.length > 0 && cursor === null ? (
          <Panel title={t("drafts")}>
            <ul className="record-list">
              {drafts.map((draft) => (
                <li key={draft.id}>
                  <h3><a href={`/new?draft=${draft.id}`}>{draft.title || t("untitled")}</a></h3>
                  <p className="small muted num">
                    {[
                      ...(draft.municipalityName ? [draft.municipalityName] : []),
                      t("draftSaved", { when: formatMoment(draft.updatedAt, { now, zone: "Europe/Moscow", locale }) }),
                      ...(draft.helped ? [draft.helped.byMe ? t("youHelp", { name: draft.helped.authorName }) : t("withYou", { organisation: draft.helped.organisationName })] : []),
                    ].join(" · ")}
                  </p>
                </li>
              ))}
            </ul>
          </Panel>
        ) : null}
        {mine.rows.length > 0 ? (
          <Panel title={t("submitted")}>
            <MyList rows={[...asked, ...mine.rows.filter((row) => row.question === null)]} dates={{ now, locale }} />
            <p className="small"><a className="link" href="/api/export/terms.ics">{terms("download")}</a></p>
            <Pager labels={{ nav: t("title"), previous: t("previous"), next: t("next") }} previous={cursor ? "/my" : undefined} next={mine.next ? `/my?after=${mine.next}` : undefined} />
          </Panel>
        ) : null}
        {coAuthored.length > 0 && cursor === null ? (
          <Panel title={coAuthors("mine")}>
            <ul className="record-list">
              {coAuthored.map(({ number, publicNumber, title, municipality }) => <li key={number}><h3><a href={`/my/${number}`}>{title}</a></h3><p className="small muted num">{publicNumber} · {municipality}</p></li>)}
            </ul>
          </Panel>
        ) : null}
        {followed.rows.length > 0 && cursor === null ? (
          <Panel title={t("followed")}>
            <FollowedList rows={followed.rows} />
          </Panel>
        ) : null}
      </div>
    </>
  );
}
