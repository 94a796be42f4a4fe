import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/shell/public-frame";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";

/** Also what somebody sees who has no right to a page: it tells nothing of what is there. */
export default async function NotFoundPage() {
  const t = await getTranslations("app.notFound");
  return (
    <PublicFrame body="wrap">
      <EmptyState level={1} title={t("title")} actions={<LinkButton href="/">{t("home")}</LinkButton>}>
        {t("text")}
      </EmptyState>
    </PublicFrame>
  );
}
