"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState, type ReactNode } from "react";
import { unsentDrafts } from "@/features/initiatives/drafts/ui/draft-storage";
import { keptSheets } from "@/features/initiatives/paper/ui/sheet-storage";
import { buttonClass } from "@/ui/page/button-class";
import { Notice } from "@/ui/page/notice";

/** Asks first, where signing out would erase what the server doesn't have. */
export function Unsent({ ownerId, children }: { readonly ownerId: string; readonly children: ReactNode }) {
  const t = useTranslations("initiatives.leaving");
  const [left, setLeft] = useState({ drafts: 0, sheets: 0, href: "/my" });
  const [isSure, setSure] = useState(false);
  useEffect(() => {
    const [drafts, sheets] = [unsentDrafts(ownerId), keptSheets(ownerId)];
    const [draft] = drafts;
    setLeft({ drafts: drafts.length, sheets: sheets.length, href: !draft ? "/desk/people/sheets" : draft.version === null ? "/new" : `/new?draft=${draft.id}` });
  }, [ownerId]);
  if (isSure || left.drafts + left.sheets === 0) return children;
  return (
    <Notice
      tone="late" live title={t("title")}
      actions={<><a className={buttonClass({})} href={left.href}>{t("back")}</a><button type="button" className={buttonClass({ variant: "danger" })} onClick={() => setSure(true)}>{t("away")}</button></>}
    >
      <p>{[...(left.drafts > 0 ? [t("drafts", { count: left.drafts })] : []), ...(left.sheets > 0 ? [t("sheets", { count: left.sheets })] : []), t("text")].join(" ")}</p>
    </Notice>
  );
}
