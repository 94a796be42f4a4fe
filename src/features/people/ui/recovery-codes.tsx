"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/ui/page/notice";

/** Shown once: the person prints them or writes them down. */
export function RecoveryCodes({ codes, next }: { readonly codes: readonly string[]; readonly next: string }) {
  const t = useTranslations("people.secondFactor");
  return (
    <>
      <Notice tone="done" live title={t("codesTitle")}><p>{t("codesText")}</p></Notice>
      <ul className="num mt-5" translate="no" style={{ columns: "2", maxWidth: "24rem" }} aria-label={t("codes")}>
        {codes.map((code) => <li key={code} className="mb-2">{code}</li>)}
      </ul>
      <div className="acts mt-5 no-print">
        <button type="button" className="button button-quiet" onClick={() => window.print()}>{t("print")}</button>
        <a className="button" href={next}>{t("goOn")}</a>
      </div>
    </>
  );
}
