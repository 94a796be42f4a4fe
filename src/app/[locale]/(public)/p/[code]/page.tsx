import { getTranslations, setRequestLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { posterLink } from "@/features/marathon/server/service";
import { posterCodeField } from "@/features/marathon/schema";
import { toLocale } from "@/platform/i18n/locale";
import { contextOfPublic } from "@/platform/trpc/context-next";
import { Band } from "@/ui/page/band";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";

interface Props {
  readonly params: Promise<{ readonly locale: string; readonly code: string }>;
}

export const dynamic = "force-dynamic";
export const metadata = { robots: { index: false } };

/** A poster's short address. Following it writes nothing: previews and robots follow it too; the draft begins with the first word. */
export default async function PosterPage({ params }: Props) {
  const { locale: folder, code } = await params;
  const locale = toLocale(folder);
  setRequestLocale(locale);
  const known = posterCodeField.safeParse(code);
  const found = known.success ? await posterLink(contextOfPublic(locale).db, known.data) : null;
  if (found) redirect(`/new?poster=${encodeURIComponent(found.code)}`);
  const t = await getTranslations("initiatives");
  return (
    <Band>
      <EmptyState level={1} title={t("poster.unknownTitle")} actions={<LinkButton href="/new">{t("catalogue.suggest")}</LinkButton>}>
        {t("poster.unknownText")}
      </EmptyState>
    </Band>
  );
}
