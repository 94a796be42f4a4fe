import { useLocale, useTranslations } from "next-intl";
import { formatMoment } from "@/shared/dates/format";
import { Answered } from "@/ui/dialogue/answered";
import { Between } from "@/ui/dialogue/between";
import { Dialogue } from "@/ui/dialogue/dialogue";
import { Said } from "@/ui/dialogue/said";
import type { RecordMessage } from "../record/schema";
import { Paragraphs } from "./paragraphs";

interface Props {
  readonly messages: readonly RecordMessage[];
  readonly timeZone: string;
  readonly now: Date;
}

const events = ["claim", "takeOver", "release", "clarify", "close", "reopen", "handUp", "handBack"] as const;
type EventName = (typeof events)[number];
const isEvent = (name: string): name is EventName => events.includes(name as EventName);

/** The course as a dialogue: the person at the left, the hotline at the right, notes with a dashed edge, what happened between. */
export function Conversation({ messages, timeZone, now }: Props) {
  const t = useTranslations("hotline.record");
  const roles = useTranslations("access.roles");
  const locale = useLocale();
  const one = (message: RecordMessage) => {
    const at = formatMoment(message.at, { now, zone: timeZone, locale });
    const name = message.byName ?? t("somebody");
    const role = message.byRole === null || message.byRole === "person" ? null : roles(message.byRole as "operator");
    if (message.kind === "event") return <Between key={message.id}>{isEvent(message.text) ? t(`event.${message.text}`, { name, at, group: message.group ?? "" }) : t("event.other", { at })}</Between>;
    if (message.kind === "question") return <Said key={message.id} who={message.isByAsker ? t("person", { at }) : t("writtenDown", { at, name })}><Paragraphs text={message.text} /></Said>;
    if (message.kind === "note") return <Answered key={message.id} draft who={t("noteBy", { name, at })}><Paragraphs text={message.text} /></Answered>;
    return <Answered key={message.id} who={role === null ? t("hotline", { at }) : t("by", { name, role, at })}><Paragraphs text={message.text} /></Answered>;
  };
  return <Dialogue label={t("dialogue")}>{messages.map(one)}</Dialogue>;
}
