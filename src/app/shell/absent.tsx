import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";

/** Also what somebody sees who has no right to a page: it tells nothing of what is there. */
export async function Absent() {
  const t = await getTranslations("app.notFound");
  return (
    <div className="wrap page-body">
      <EmptyState level={1} title={t("title")} actions={<LinkButton href="/">{t("home")}</LinkButton>}>
        {t("text")}
      </EmptyState>
    </div>
  );
}
