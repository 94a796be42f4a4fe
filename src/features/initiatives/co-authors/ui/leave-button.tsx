"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/form/button";
import { problemFrom } from "@/ui/form/use-send";
import { Notice } from "@/ui/page/notice";

/** A co-author takes their name back: asked once more before it is done. */
export function LeaveButton({ onLeave }: { readonly onLeave: () => Promise<unknown> }) {
  const t = useTranslations("initiatives.coAuthors");
  const errors = useTranslations("errors");
  const [problem, setProblem] = useState<string | undefined>();
  const leave = async () => {
    try {
      await onLeave();
      window.location.assign("/my");
    } catch (error) {
      const { code, params } = problemFrom(error);
      setProblem(errors(code as "request.failed", params));
    }
  };
  return (
    <details className="facet">
      <summary>{t("leave")}</summary>
      <div className="stack pb-4">
        <p>{t("leaveText")}</p>
        {problem ? <Notice tone="late" live><p>{problem}</p></Notice> : null}
        <Button variant="danger" onPress={leave}>{t("leaveConfirm")}</Button>
      </div>
    </details>
  );
}
