import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { callApi } from "@/api/call";
import { messagesOf } from "@/app/messages/all";
import { pageCall } from "@/app/shell/page-call";
import { hotlineLimits } from "@/features/hotline/schema";
import { OwnTicket } from "@/features/hotline/ui/own-ticket";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { ReopenIsland, ReplyIsland } from "./reply-island";

interface Props {
  readonly params: Promise<{ readonly locale: string; readonly ticketId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "hotline.own" });
  return { title: t("title") };
}

/** One's own question and what can be said to it. */
export default async function MyQuestionPage({ params }: Props) {
  const { locale: asked, ticketId } = await params;
  const locale = toLocale(asked);
  setRequestLocale(locale);
  const [api, { now }, t] = [await callApi(), await contextFromNext(), await getTranslations("hotline.own")];
  const ticket = await pageCall(async () => await api.hotline.ownTicket({ ticketId }), `/my/questions/${ticketId}`);
  const { hotline, errors } = messagesOf(locale);
  const spoken = { hotline: { refusal: hotline.refusal }, errors: { request: errors.request, ticket: errors.ticket, idempotency: errors.idempotency, field: errors.field } };
  const asks = ticket.status === "waitingForPerson" ? "waitingForPerson" : "other";
  return (
    <OwnTicket ticket={ticket} now={now}>
      <NextIntlClientProvider messages={spoken}>
        {ticket.canReply ? <ReplyIsland ticketId={ticketId} now={now} variant={asks === "other" ? "quiet" : "primary"} limits={{ min: 1, max: hotlineLimits.question }} labels={{ text: t(`replyTitle.${asks}`), send: t(`replySend.${asks}`), sending: t("sending") }} /> : null}
        {ticket.canReopen ? <ReopenIsland ticketId={ticketId} version={ticket.version} now={now} variant="quiet" limits={{ min: hotlineLimits.reasonMin, max: hotlineLimits.question }} labels={{ text: t("reopenTitle"), hint: t("reopenHint"), send: t("reopenSend"), sending: t("sending") }} /> : null}
      </NextIntlClientProvider>
    </OwnTicket>
  );
}
