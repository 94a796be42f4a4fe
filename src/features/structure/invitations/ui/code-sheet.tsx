"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumericDate } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import type { CodeSheet as Sheet } from "../schema";

/** What is handed to somebody without e-mail: the role, the square, the code, until when. One sheet a page when printed. */
export function CodeSheet({ sheet }: { readonly sheet: Sheet }) {
  const t = useTranslations("structure.code");
  const roles = useTranslations("access.roles");
  const locale = useLocale();
  return (
    <article className="invite-sheet" aria-label={t("sheetOf", { name: sheet.name })}>
      <p className="small muted">{sheet.municipality}</p>
      <p className="invite-title">{t("title")}</p>
      <p className="mt-1"><strong>{sheet.name}</strong></p>
      <p>{t("role", { role: roles(sheet.role), where: sheet.where })}</p>
      <div className="invite-ways">
        <svg role="img" aria-label={t("qr")} viewBox={`-4 -4 ${sheet.qr.size + 8} ${sheet.qr.size + 8}`} className="invite-qr" shapeRendering="crispEdges"><rect x="-4" y="-4" width="100%" height="100%" fill="#fff" /><path d={sheet.qr.path} fill="#000" /></svg>
        <ol className="invite-steps">
          <li>{t("scan")}</li>
          <li>{t("orOpen")} <strong className="invite-address">{sheet.address.replace(/^https?:\/\//, "")}</strong></li>
          <li>{t("typeCode")} <strong className="invite-code" data-testid="invitation-code">{sheet.code}</strong></li>
        </ol>
      </div>
      <p>{t("until", { date: formatNumericDate(plainDateIn(sheet.timeZone, sheet.until), locale) })}</p>
    </article>
  );
}
