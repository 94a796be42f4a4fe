import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { canSomewhere } from "@/access/policy";
import { policies } from "@/access/rules/all";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { contextFromNext } from "@/platform/trpc/context-next";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { ConfirmTogether } from "./confirm-together";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("considering.batch"))("title") };
}

/** The lead reads the prepared decisions and confirms them together. */
export default async function ConfirmPage() {
  const { actor } = await contextFromNext();
  if (!canSomewhere(policies.initiative, actor, "decide")) notFound();
  const { considering } = await callApi();
  const { rows, next } = await pageCall(async () => await considering.proposals(), "/desk/queue/confirm");
  const t = await getTranslations("considering.batch");
  return (
    <div className="wrap page-body">
      <PageTitle title={t("title")} crumbs={{ label: t("crumb"), items: [{ label: t("crumb"), href: "/desk/queue" }] }} />
      {rows.length === 0 ? (
        <EmptyState title={t("empty")} actions={<LinkButton href="/desk/queue">{t("toQueue")}</LinkButton>}>{t("emptyText")}</EmptyState>
      ) : (
        <>
          <p className="mb-6 max-w-measure text-read">{t("lead")}</p>
          {next ? <p className="small muted mb-4">{t("limit", { count: rows.length })}</p> : null}
          <ConfirmTogether rows={rows} />
        </>
      )}
    </div>
  );
}
