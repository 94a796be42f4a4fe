import { getTranslations } from "next-intl/server";
import { env } from "@/platform/env";
import { DemoBar } from "@/ui/page/demo-bar";
import { Link } from "@/ui/page/link";

/** On every page of the demonstration: nobody may take its people for real. */
export async function DemoMark() {
  if (!env.DEMO) return null;
  const t = await getTranslations("app.demo");
  return (
    <DemoBar>
      {t("text")} <Link href="/mailbox">{t("mailbox")}</Link>
    </DemoBar>
  );
}
