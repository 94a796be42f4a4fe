"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { formatPhone, type Phone } from "@/shared/codes/phone";
import { formatMoment } from "@/shared/dates/format";
import { Button } from "@/ui/form/button";
import { Facts, type Fact } from "@/ui/page/facts";
import { Link } from "@/ui/page/link";
import type { AskerOutput, TicketRecord } from "../record/schema";
import { Conversation } from "./conversation";
import { TermTag } from "./term-tag";

interface Props {
  readonly record: TicketRecord;
  readonly now: Date;
  /** the page's only heading stands here, or it is one of several */
  readonly level: 1 | 2;
  readonly readAsker: () => Promise<AskerOutput>;
  readonly children: ReactNode;
}

/** Characters past which a heading is set smaller. */
const longSubject = 60;

/** A question as the hotline sees it: what about and by when, who asked, what was said, what can be done. */
export function RecordView({ record, now, level, readAsker, children }: Props) {
  const t = useTranslations("hotline");
  const locale = useLocale();
  const Heading = `h${level}` as const;
  const at = formatMoment(record.createdAt, { now, zone: record.timeZone, locale });
  const holder = record.isMine ? t("record.holderMine") : (record.claimedBy ?? t("record.holderNone"));
  const facts: Fact[] = [
    { term: t("record.who"), value: <Who record={record} readAsker={readAsker} /> },
    { term: t("record.holder"), value: holder, note: record.handedTo ? t("record.handed", { group: record.handedTo }) : undefined },
  ];
  return (
    <>
      <p className="small muted num">{t("record.note", { number: String(record.number), channel: t(`channel.${record.channel}`), at })}</p>
      <Heading className={record.subject.length > longSubject ? "mt-1 mb-3 text-lead" : "mt-1 mb-3 text-title"}>{record.subject}</Heading>
      <div className="mb-5"><TermTag status={record.status} term={record.term} timeZone={record.timeZone} now={now} /></div>
      <div className="mb-6"><Facts items={facts} /></div>
      <Conversation messages={record.messages} timeZone={record.timeZone} now={now} />
      {children}
    </>
  );
}

/** A caller as they named themselves; an account's name and contacts only when somebody asks, and the journal keeps it. */
function Who({ record, readAsker }: Pick<Props, "record" | "readAsker">) {
  const t = useTranslations("hotline.record");
  const [asker, setAsker] = useState<AskerOutput | null>(null);
  if (!record.hasAccount) return record.caller ? <Reach name={record.caller.name ?? t("noName")} phones={[record.caller.phone]} emails={[record.caller.email]} /> : t("hidden");
  if (asker) return <Reach name={asker.name ?? t("erased")} phones={asker.phones} emails={asker.emails} />;
  return (
    <>
      {t("account")}
      {record.canSeeAsker ? (
        <span className="block">
          <Button variant="quiet" onPress={async () => setAsker(await readAsker())}>{t("showAsker")}</Button>
          <span className="small muted block mt-1">{t("showAskerHint")}</span>
        </span>
      ) : null}
    </>
  );
}

function Reach({ name, phones, emails }: { readonly name: string; readonly phones: readonly (string | null)[]; readonly emails: readonly (string | null)[] }) {
  return (
    <>
      {name}
      {phones.map((phone) => phone && <Link key={phone} className="link num block" href={`tel:${phone}`}>{formatPhone(phone as Phone)}</Link>)}
      {emails.map((email) => email && <Link key={email} className="link block" href={`mailto:${email}`}>{email}</Link>)}
    </>
  );
}
