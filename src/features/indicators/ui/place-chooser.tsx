import { useTranslations } from "next-intl";
import { groupBy } from "@/shared/lists/group-by";
import { SelectField } from "@/ui/form/select-field";
import { Submit } from "@/ui/form/submit";
import type { PlaceChoice } from "../morning/schema";

interface Props {
  readonly action: string;
  readonly places: readonly PlaceChoice[];
  readonly chosen: string;
}

/** For who sees several municipalities: a GET form, so that the address names the one that is shown. */
export function PlaceChooser({ action, places, chosen }: Props) {
  const t = useTranslations("indicators.morning");
  if (places.length < 2) return null;
  const regions = groupBy(places, ({ regionName }) => regionName);
  const options = [...regions].map(([label, own]) => ({ label, options: own.map(({ id, shortName }) => ({ value: id, label: shortName })) }));
  return (
    <form method="get" action={action} className="acts items-end mb-4">
      <SelectField name="municipality" label={t("otherPlace")} defaultValue={chosen} options={options.length === 1 ? (options[0]?.options ?? []) : options} />
      <Submit variant="quiet">{t("show")}</Submit>
    </form>
  );
}
