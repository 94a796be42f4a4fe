"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/form/button";
import type { InitiativeRecord } from "../record/schema";
import type { ConsideringCalls } from "./calls";
import { problemFrom } from "./use-step";
import { useErrorWords } from "./use-words";

interface Props {
  readonly record: InitiativeRecord;
  readonly author: ConsideringCalls["author"];
}

/** The name is shown on being asked for, not before: the look stands in a journal that the author reads. */
export function AuthorLine({ record, author }: Props) {
  const t = useTranslations("considering.record");
  const words = useErrorWords();
  const [shown, setShown] = useState<string | null>(null);
  if (!record.canSeeAuthor) return null;
  const show = async () => {
    try {
      const { name, kept, coAuthors } = await author({ initiativeId: record.id });
      setShown([name === null ? t("authorGone") : t("author", { name }), ...(kept ? [t(kept.contact === null ? "keptWithout" : "kept", { contact: kept.contact ?? "" })] : []), ...(coAuthors.length > 0 ? [t("coAuthors", { names: coAuthors.join(", ") })] : [])].join(". "));
    } catch (error) {
      setShown(words.problem(problemFrom(error)));
    }
  };
  return (
    <p className={shown ? "mt-2" : "mt-2 -ml-2"} aria-live="polite">
      {shown ?? (
        <>
          <Button variant="plain" onPress={show}>{t("showAuthor")}</Button> <span className="small muted">{t("showAuthorHint")}</span>
        </>
      )}
    </p>
  );
}
