import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { contextFromNext } from "@/platform/trpc/context-next";
import { RecordPage } from "../../queue/record-page";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("considering.queue"))("record") };
}

/** A nominated initiative: to be put forward, or to be answered. */
export default async function NominatedPage({ params }: Props) {
  const { now } = await contextFromNext();
  const { id } = await params;
  const { considering } = await callApi();
  const record = await pageCall(async () => await considering.record({ initiativeId: id }), `/desk/nominations/${id}`);
  const t = await getTranslations("considering.nominations");
  return <RecordPage record={record} now={now} back={{ href: "/desk/nominations", label: t("title") }} />;
}
