import { useLocale, useTranslations } from "next-intl";
import { formatDeadline } from "@/shared/dates/format";
import { Tag, type Tone } from "@/ui/page/tag";
import type { TermKind, TicketStatus } from "../rules";

interface Props {
  readonly status: TicketStatus;
  readonly term: { readonly kind: TermKind; readonly dueAt: Date | null };
  readonly timeZone: string;
  readonly now: Date;
}

const tones: Readonly<Record<TermKind, Tone>> = { overdue: "late", today: "soon", left: "neutral", paused: "asks", none: "done" };

/** By when, in words; where nothing is due, what has become of it. */
export function TermTag({ status, term: { kind, dueAt }, timeZone, now }: Props) {
  const t = useTranslations("hotline");
  const locale = useLocale();
  if (kind === "paused") return <Tag tone="asks">{t("term.paused")}</Tag>;
  if (dueAt === null || kind === "none") return <Tag tone={status === "answered" ? "done" : "neutral"}>{t(`status.${status}`)}</Tag>;
  const deadline = formatDeadline(dueAt, { now, zone: timeZone, locale });
  return <Tag tone={tones[kind]}>{status === "open" && kind !== "overdue" ? t("term.takeUp", { deadline }) : t(`term.${kind}`, { deadline })}</Tag>;
}
