import { useLocale, useTranslations } from "next-intl";
import { SortedBars } from "@/ui/chart/sorted-bars";
import { useNumbers } from "../../ui/use-numbers";
import type { Progress } from "../schema";

/** What people talk about: initiatives by direction; each opens its list. */
export function Topics({ progress: { directions } }: { readonly progress: Progress }) {
  const t = useTranslations("indicators.front");
  const locale = useLocale();
  const { whole } = useNumbers();
  return (
    <SortedBars
      sentence={t("topicsSentence")}
      format={whole}
      items={directions.map(({ id, name, nameEn, net }) => ({ id, label: locale === "en" ? nameEn : name, value: net, href: `/initiatives?direction=${id}` }))}
    />
  );
}
