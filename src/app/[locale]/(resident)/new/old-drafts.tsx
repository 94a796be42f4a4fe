import { useLocale, useTranslations } from "next-intl";
import type { DraftLine } from "@/features/initiatives/drafts/schema";
import { clock } from "@/platform/clock";
import { formatMoment } from "@/shared/dates/format";
import { Link } from "@/ui/page/link";

/** What was begun before: most people come back to it. */
export function OldDrafts({ drafts }: { readonly drafts: readonly DraftLine[] }) {
  const t = useTranslations("initiatives");
  const dates = { now: clock.now(), zone: "Europe/Moscow", locale: useLocale() };
  return (
    <details className="facet" open={drafts.length < 4}>
      <summary>{t("new.continueTitle")}</summary>
      <ul className="grid gap-2 pb-4">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Link className="link" href={`/new?draft=${draft.id}`}>{draft.title || t("my.untitled")}</Link>
            <span className="small muted"> · {[...(draft.municipalityName ? [draft.municipalityName] : []), t("my.draftSaved", { when: formatMoment(draft.updatedAt, dates) })].join(" · ")}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
