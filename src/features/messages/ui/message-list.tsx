"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Tag } from "@/ui/page/tag";

export interface MessageRow {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly href: string | null;
  readonly isRead: boolean;
  /** «сегодня, 19:40» */
  readonly when: string;
  readonly fullWhen: string;
}

export interface MessagesApi {
  readonly markRead: (input: { id: string | null }) => Promise<unknown>;
}

interface Props {
  readonly api: MessagesApi;
  readonly rows: readonly MessageRow[];
  readonly unread: number;
}

/** Newest first. A message is read when what it is about is opened, or when the person says so. */
export function MessageList({ api, rows, unread }: Props) {
  const t = useTranslations("messages.page");
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const [allRead, setAllRead] = useState(unread === 0);
  const mark = (id: string | null) => {
    // whoever leaves the page at once is still heard; what is lost is only that it counts as new
    void api.markRead({ id }).then(() => (id === null ? setAllRead(true) : setRead((before) => new Set(before).add(id))), () => undefined);
  };
  return (
    <>
      {allRead ? null : <p className="mb-5"><button type="button" className="button button-quiet" onClick={() => mark(null)}>{t("markAll")}</button></p>}
      <ul className="record-list panel">
        {rows.map(({ id, title, text, href, isRead, when, fullWhen }) => (
          <li key={id}>
            <h2>{href ? <a href={href} onClick={() => mark(id)}>{title}</a> : title}</h2>
            <p className="max-w-measure whitespace-pre-line">{text}</p>
            <p className="small muted num flex flex-wrap gap-2 items-center">
              {isRead || allRead || read.has(id) ? null : <Tag tone="asks">{t("new")}</Tag>}
              <time title={fullWhen}>{when}</time>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
