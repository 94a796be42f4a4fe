import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { canSomewhere } from "@/access/policy";
import { policies } from "@/access/rules/all";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { queueNarrowing } from "@/features/initiatives/considering/queue/schema";
import { queueAddress } from "@/features/initiatives/considering/queue/rules";
import { parseNumber } from "@/features/initiatives/rules";
import { contextFromNext } from "@/platform/trpc/context-next";
import { QueueWorkplace } from "./queue-workplace";

interface Props {
  readonly searchParams: Promise<{ readonly filter?: string; readonly assigned?: string; readonly direction?: string; readonly number?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("considering.queue"))("title") };
}

/** What the group considers: list, record and course side by side. */
export default async function QueuePage({ searchParams }: Props) {
  const { actor, now } = await contextFromNext();
  if (!canSomewhere(policies.initiative, actor, "note")) notFound();
  const wanted = await searchParams;
  // an address of somebody's own making shows everything
  const narrowing = queueNarrowing.catch(queueNarrowing.parse({})).parse({ filter: wanted.filter, assigned: wanted.assigned, directionId: wanted.direction });
  const { considering } = await callApi();
  const [list, counts, saved] = await pageCall(async () => await Promise.all([considering.queue(narrowing), considering.counts(), considering.filters()]), "/desk/queue");
  // letters and messages name an initiative by its number
  const number = wanted.number === undefined ? null : parseNumber(wanted.number);
  const initiativeId = number === null ? list.rows[0]?.id : (await pageCall(async () => await considering.find({ number }), "/desk/queue")).initiativeId;
  const record = initiativeId === undefined ? null : await pageCall(async () => await considering.record({ initiativeId }), "/desk/queue");
  return <QueueWorkplace key={`${queueAddress(narrowing)}/${initiativeId}`} narrowing={narrowing} saved={saved} list={list} counts={counts} record={record} now={now} mayConfirm={canSomewhere(policies.initiative, actor, "decide")} />;
}
