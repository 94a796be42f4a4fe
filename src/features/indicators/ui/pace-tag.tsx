import { useTranslations } from "next-intl";
import { Tag, type Tone } from "@/ui/page/tag";
import type { Measure } from "../schema";
import { useNumbers } from "./use-numbers";

const tones: Readonly<Record<NonNullable<Measure["pace"]>["state"], Tone>> = { met: "done", onCourse: "done", slightlyBelow: "soon", below: "late", missed: "late" };

/** How it stands against its course; where it is below, what would be needed. */
export function PaceTag({ measure: { pace, target } }: { readonly measure: Measure }) {
  const t = useTranslations("indicators");
  const { one } = useNumbers();
  if (!pace) return target === null ? <span className="muted small">{t("state.noTarget")}</span> : null;
  const words = pace.state === "below" ? t("needed", { needed: one(pace.neededPerDay), current: one(pace.currentPerDay) }) : t(`state.${pace.state}`);
  return <Tag tone={tones[pace.state]} wrap>{words}</Tag>;
}
