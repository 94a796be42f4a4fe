"use client";

import { useTranslations } from "next-intl";
import { EmptyState } from "@/ui/page/empty-state";

/** A defect of ours: said plainly, with a way on. */
export default function FailedPage({ reset }: { readonly reset: () => void }) {
  const t = useTranslations("app.failed");
  return (
    <main className="wrap page-body">
      <EmptyState level={1} title={t("title")} actions={<button type="button" className="button" onClick={reset}>{t("again")}</button>}>
        {t("text")}
      </EmptyState>
    </main>
  );
}
