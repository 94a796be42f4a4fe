import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { mayOpen } from "@/app/shell/work-nav";
import { contextFromNext } from "@/platform/trpc/context-next";
import { EmptyState } from "@/ui/page/empty-state";
import { PageTitle } from "@/ui/page/page-title";
import { Pager } from "@/ui/page/pager";
import { Say } from "@/ui/page/say";
import { Late } from "./late";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const here = "/desk/late";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("initiatives.late"))("title") };
}

/** What was taken down in time and came after the collection: the responsible person decides. */
export default async function LatePage({ searchParams }: Props) {
  const [{ after }, { actor, now }, t] = [await searchParams, await contextFromNext(), await getTranslations("initiatives.late")];
  if (!mayOpen(actor, "late")) notFound();
  const api = await callApi();
  const [{ rows, next }, count] = await pageCall(async () => await Promise.all([api.lateSheet.list({ cursor: typeof after === "string" ? after : null }), api.lateSheet.count()]), here);
  return (
    <>
      <PageTitle title={t("title")} note={t("lead")} />
      {rows.length === 0 ? <EmptyState title={t("empty")} level={2}><p>{t("emptyText")}</p></EmptyState> : (
        <>
          <div className="mb-6"><Say>{t("say", { count })}</Say></div>
          <Late rows={rows} now={now} />
        </>
      )}
      <Pager {...(after ? { previous: here } : {})} {...(next ? { next: `${here}?after=${next}` } : {})} labels={{ nav: t("pager"), previous: t("first"), next: t("next") }} />
    </>
  );
}
