"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/form/button";
import { CopyButton } from "@/ui/form/copy-button";
import { Notice } from "@/ui/page/notice";
import type { Kept } from "./use-kept";
import type { TypedVerdict } from "./verdict-form";

/** An answer that was being written when somebody else decided: it can still be copied. */
export function UnsentText({ typed, forget, level }: Kept<TypedVerdict> & { readonly level: 2 | 3 }) {
  const t = useTranslations("considering.record");
  const text = typed?.text.trim();
  if (!text) return null;
  return (
    <div className="mt-4">
      <Notice
        level={level} title={t("unsent")}
        actions={<><CopyButton variant="quiet" text={text} labels={{ copy: t("copy"), copied: t("copied"), failed: t("copyFailed") }} /><Button variant="plain" onPress={forget}>{t("discard")}</Button></>}
      >
        <p className="small muted">{t("unsentHint")}</p>
        <p className="mt-2 whitespace-pre-line">{text}</p>
      </Notice>
    </div>
  );
}
