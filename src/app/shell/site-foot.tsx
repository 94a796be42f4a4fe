import { getLocale, getTranslations } from "next-intl/server";
import { SiteFooter } from "@/ui/page/site-footer";

/** What stands under every page: who helps, how it looks, in which language. */
export async function SiteFoot({ wide = false }: { readonly wide?: boolean }) {
  const t = await getTranslations("app.footer");
  const other = (await getLocale()) === "ru" ? "en" : "ru";
  return (
    <SiteFooter
      wide={wide}
      columns={[
        {
          title: t("take"),
          links: [
            { href: "/new", label: t("new") },
            { href: "/initiatives", label: t("catalogue") },
            { href: "/progress", label: t("progress") },
          ],
        },
        {
          title: t("help"),
          links: [
            { href: "/help", label: t("whoHelps") },
            { href: "/terms", label: t("terms") },
            { href: "/slip", label: t("slip") },
            { href: "/consents/processing", label: t("consents") },
          ],
        },
        {
          title: t("site"),
          links: [
            { href: "/appearance", label: t("appearance") },
            { href: `/api/language?to=${other}`, label: <span lang={other}>{t("otherLanguage")}</span> },
          ],
        },
      ]}
    >
      {t("about")}
    </SiteFooter>
  );
}
