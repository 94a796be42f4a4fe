import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { canSomewhere } from "@/access/policy";
import { policies } from "@/access/rules/all";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { contextFromNext } from "@/platform/trpc/context-next";
import { PageTitle } from "@/ui/page/page-title";
import { AnswerTogether } from "./answer-together";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("considering.together"))("title") };
}

/** What says the same as this one, answered by one template. */
export default async function TogetherPage({ params }: Props) {
  const { actor } = await contextFromNext();
  if (!canSomewhere(policies.initiative, actor, "prepare")) notFound();
  const { id } = await params;
  const { considering } = await callApi();
  const rows = await pageCall(async () => await considering.alike({ initiativeId: id }), `/desk/queue/together/${id}`);
  if (rows.length === 0) notFound();
  const [t, batch] = [await getTranslations("considering.together"), await getTranslations("considering.batch")];
  return (
    <div className="wrap page-body">
      <PageTitle title={t("title")} crumbs={{ label: batch("crumb"), items: [{ label: batch("crumb"), href: "/desk/queue" }] }} />
      <p className="mb-6 max-w-measure text-read">{t("lead", { count: rows.length })}</p>
      <AnswerTogether rows={rows} />
    </div>
  );
}
