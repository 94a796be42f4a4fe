import { municipalityOptions } from "@/features/hotline/ui/municipality-options";
import { SelectField } from "@/ui/form/select-field";
import type { PlaceWish } from "./places";

interface Props {
  readonly wish: PlaceWish;
  /** what the page calls the two fields, and their first lines */
  readonly labels: Readonly<Record<"region" | "regionEmpty" | "municipality" | "municipalityEmpty", string>>;
}

/** The region where there are many municipalities, then the municipality. */
export function PlaceFields({ wish: { regionId, municipalities, regions, municipalityId }, labels }: Props) {
  return (
    <>
      {regions ? <SelectField name="region" label={labels.region} defaultValue={regionId ?? ""} options={[{ value: "", label: labels.regionEmpty }, ...[...regions].map(([value, label]) => ({ value, label }))]} /> : null}
      {needsRegion({ regions, municipalities }) ? null : <SelectField name="municipality" label={labels.municipality} defaultValue={municipalityId ?? ""} options={[{ value: "", label: labels.municipalityEmpty }, ...municipalityOptions(municipalities)]} />}
    </>
  );
}

/** Is the region to be chosen before anything else? */
export function needsRegion({ regions, municipalities }: Pick<PlaceWish, "regions" | "municipalities">): boolean {
  return regions !== null && municipalities.length === 0;
}
