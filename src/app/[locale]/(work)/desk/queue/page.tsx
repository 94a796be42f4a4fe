import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { canSomewhere } from "@/access/policy";
import { policies } from "@/access/rules/all";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { queueFilters } from "@/features/initiatives/considering/queue/schema";
import { parseNumber } from "@/features/initiatives/rules";
import { contextFromNext } from "@/platform/trpc/context-next";
import { QueueWorkplace } from "./queue-workplace";

interface Props {
  readonly searchParams: Promise<{ readonly filter?: string; readonly number?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("considering.queue"))("title") };
}

/** What the group considers: list, record and course side by side. */
export default async function QueuePage({ searchParams }: Props) {
  const { actor, now } = await contextFromNext();
  if (!canSomewhere(policies.initiative, actor, "note")) notFound();
  const wanted = await searchParams;
  const filter = queueFilters.find((one) => one === wanted.filter) ?? "all";
  const { considering } = await callApi();
  const [list, counts] = await pageCall(async () => await Promise.all([considering.queue({ filter }), considering.counts()]), "/desk/queue");
  // letters and messages name an initiative by its number
  const number = wanted.number === undefined ? null : parseNumber(wanted.number);
  const initiativeId = number === null ? list.rows[0]?.id : (await pageCall(async () => await considering.find({ number }), "/desk/queue")).initiativeId;
  const record = initiativeId === undefined ? null : await pageCall(async () => await considering.record({ initiativeId }), "/desk/queue");
  return <QueueWorkplace key={`${filter}/${initiativeId}`} filter={filter} list={list} counts={counts} record={record} now={now} mayConfirm={canSomewhere(policies.initiative, actor, "decide")} />;
}
