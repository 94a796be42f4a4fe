import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDeadline, formatMoment } from "@/shared/dates/format";
import { Answered } from "@/ui/dialogue/answered";
import { Dialogue } from "@/ui/dialogue/dialogue";
import { Said } from "@/ui/dialogue/said";
import { LinkButton } from "@/ui/page/link-button";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Say } from "@/ui/page/say";
import type { OwnTicket as Ticket } from "../own/schema";
import { Paragraphs } from "./paragraphs";
import { PhoneLink } from "./place-table";

/** A person's own question: what has become of it, what was said, who helps. The form to go on stands below. */
export function OwnTicket({ ticket, now, children }: { readonly ticket: Ticket; readonly now: Date; readonly children: ReactNode }) {
  const t = useTranslations("hotline.own");
  const locale = useLocale();
  const { number, municipality, subject, status, timeZone, group, dueAt, isOverdue, channel } = ticket;
  const at = (instant: Date) => formatMoment(instant, { now, zone: timeZone, locale });
  const deadline = dueAt === null ? "" : formatDeadline(dueAt, { now, zone: timeZone, locale });
  const state = () => {
    if (status !== "open" && status !== "claimed") return t(`say.${status}`);
    if (isOverdue) return <em>{t(`say.${status}Late`)}</em>;
    return group === null ? t(`say.${status}`, { deadline }) : t("say.group", { group, deadline });
  };
  return (
    <>
      <PageTitle title={subject} crumbs={{ label: t("crumbs"), items: [{ label: t("title"), href: "/my/questions" }] }} note={t(channel === "web" ? "note" : "noteCall", { number: String(number), place: municipality, at: at(ticket.createdAt) })} />
      <div className="mb-6"><Say>{state()}</Say></div>
      <div className="split">
        <div>
          <Dialogue label={t("dialogue")}>
            {ticket.messages.map((one) => one.isMine
              ? <Said key={one.id} who={t("you", { at: at(one.at) })}><Paragraphs text={one.text} /></Said>
              : <Answered key={one.id} who={t("hotline", { at: at(one.at) })}><Paragraphs text={one.text} /></Answered>)}
          </Dialogue>
          <div className="mt-8">{children}</div>
        </div>
        <Panel title={t("help")}>
          {ticket.hotlinePhone ? <p>{t.rich("helpPhone", { phone: () => <PhoneLink phone={ticket.hotlinePhone ?? ""} /> })}</p> : null}
          {ticket.hotlineHours ? <p className="small muted">{ticket.hotlineHours}</p> : null}
          <div className="acts mt-4"><LinkButton variant="plain" href="/help">{t("helpMore")}</LinkButton></div>
        </Panel>
      </div>
    </>
  );
}
