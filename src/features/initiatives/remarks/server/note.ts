import { createTranslator } from "next-intl";
import ru from "../../messages/ru.json" with { type: "json" };
import type { StandingRemark } from "./repo";

/** What the group reads of a report: data, in the language of the data. */
export function noteOf({ reason, text }: Pick<StandingRemark, "reason" | "text">): string {
  const t = createTranslator({ locale: "ru", messages: { initiatives: ru }, namespace: "initiatives.remarks" });
  const what = t(`reason.${reason ?? "other"}`);
  return text === null ? t("note", { what }) : t("noteWith", { what, text });
}
