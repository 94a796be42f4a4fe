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
import { Remarks } from "./remarks";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const here = "/desk/remarks";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("initiatives.remarks"))("title") };
}

/** What readers say of the municipality's initiatives: reports of abuse, questions to authors. */
export default async function RemarksPage({ searchParams }: Props) {
  const [{ after }, { actor, now }, t] = [await searchParams, await contextFromNext(), await getTranslations("initiatives.remarks")];
  if (!mayOpen(actor, "remarks")) notFound();
  const api = await callApi();
  const [{ rows, next }, count] = await pageCall(async () => await Promise.all([api.remark.list({ cursor: typeof after === "string" ? after : null }), api.remark.count()]), here);
  return (
    <>
      <PageTitle title={t("title")} note={t("lead")} />
      {rows.length === 0 ? <EmptyState title={t("empty")} level={2}><p>{t("emptyText")}</p></EmptyState> : (
        <>
          <div className="mb-6"><Say>{t("say", { count })}</Say></div>
          <Remarks rows={rows} now={now} />
        </>
      )}
      <Pager {...(after ? { previous: here } : {})} {...(next ? { next: `${here}?after=${next}` } : {})} labels={{ nav: t("pager"), previous: t("first"), next: t("older") }} />
    </>
  );
}
