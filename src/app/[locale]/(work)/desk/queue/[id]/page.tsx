import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { canSomewhere } from "@/access/policy";
import { policies } from "@/access/rules/all";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { contextFromNext } from "@/platform/trpc/context-next";
import { RecordPage } from "../record-page";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("considering.queue"))("record") };
}

/** One initiative of the group, by its own address. */
export default async function QueueRecordPage({ params }: Props) {
  const { actor, now } = await contextFromNext();
  if (!canSomewhere(policies.initiative, actor, "note")) notFound();
  const { id } = await params;
  const { considering } = await callApi();
  const record = await pageCall(async () => await considering.record({ initiativeId: id }), `/desk/queue/${id}`);
  const t = await getTranslations("considering.queue");
  return (
    <div className="wrap page-body">
      <RecordPage record={record} now={now} back={{ href: "/desk/queue", label: t("back") }} />
    </div>
  );
}
