"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { SelectField } from "@/ui/form/select-field";
import { textOf } from "./use-form";

export interface PlaceName {
  readonly id: string;
  readonly name: string;
}

export interface PlaceChoices {
  /** in Russian order; municipalities come with the page where they are few, else when the region is chosen */
  readonly regions: readonly (PlaceName & { readonly municipalities: readonly PlaceName[] | null })[];
}

export interface PlaceCalls {
  readonly listMunicipalities: (regionId: string) => Promise<readonly PlaceName[]>;
  readonly listOrganisations: (municipalityId: string) => Promise<readonly PlaceName[]>;
}

interface Props {
  readonly choices: PlaceChoices;
  readonly calls: PlaceCalls;
  readonly errors: Readonly<Record<string, string>>;
}

/** Where the person takes part, and, apart from it, where they work or study: «нет» is a real answer. */
export function PlaceFields({ choices: { regions }, calls, errors }: Props) {
  const t = useTranslations("people.fields");
  const [regionId, setRegionId] = useState(regions.length === 1 ? (regions[0]?.id ?? "") : "");
  const [municipalityId, setMunicipalityId] = useState("");
  const [organisationId, setOrganisationId] = useState("");
  const region = regions.find(({ id }) => id === regionId);
  const fetched = useListOf(region?.municipalities ? "" : regionId, calls.listMunicipalities);
  const organisations = useListOf(municipalityId, calls.listOrganisations);
  const municipalities = region?.municipalities ?? fetched.rows;
  const hint = municipalityId === "" ? t("organisationFirst") : organisations.state === "loading" ? t("organisationsLoading") : organisations.state === "failed" ? t("organisationsFailed") : t("organisationHint");

  // what was chosen before the scripts came stands in the browser's list alone
  useEffect(() => {
    const early = document.getElementById("regionId");
    if (early instanceof HTMLSelectElement && early.value !== "") setRegionId(early.value);
  }, []);

  const chooseMunicipality = (id: string) => {
    setMunicipalityId(id);
    setOrganisationId("");
  };
  return (
    <>
      {regions.length === 1 ? null : (
        <SelectField
          name="regionId" label={t("region")} value={regionId} options={options(t("choose"), regions)}
          onChange={({ target }) => {
            setRegionId(target.value);
            chooseMunicipality("");
          }}
        />
      )}
      <SelectField
        name="municipalityId" label={t("municipality")} hint={regionId === "" ? t("regionFirst") : t("municipalityHint")} error={errors.municipalityId} value={municipalityId}
        options={options(t("choose"), municipalities)} onChange={({ target }) => chooseMunicipality(target.value)}
      />
      <SelectField
        name="organisationId" label={t("organisation")} hint={hint} error={errors.organisationId} value={organisationId} disabled={organisations.state !== "there"}
        options={options(t("noOrganisation"), organisations.rows)} onChange={({ target }) => setOrganisationId(target.value)}
      />
      {organisationId === "" ? null : <CheckboxField name="hiddenFromOrganisation" label={t("hidden")} note={t("hiddenNote")} />}
    </>
  );
}

/** What the fields above hold. */
export function placeOf(data: FormData) {
  return { municipalityId: textOf(data, "municipalityId"), organisationId: textOf(data, "organisationId") || null, hiddenFromOrganisation: data.has("hiddenFromOrganisation") };
}

interface Listed {
  readonly of: string;
  readonly rows: readonly PlaceName[] | null;
}

/** The list that belongs to what is chosen now; an answer that comes late for another choice is dropped. */
function useListOf(of: string, list: (of: string) => Promise<readonly PlaceName[]>) {
  const [listed, setListed] = useState<Listed | null>(null);
  useEffect(() => {
    if (of === "") return;
    let isWanted = true;
    const keep = (rows: Listed["rows"]) => {
      if (isWanted) setListed({ of, rows });
    };
    list(of).then(keep, () => keep(null));
    return () => {
      isWanted = false;
    };
  }, [of, list]);
  const isThere = of !== "" && listed?.of === of;
  return { rows: isThere ? (listed.rows ?? []) : [], state: of === "" ? ("nothing" as const) : !isThere ? ("loading" as const) : listed.rows ? ("there" as const) : ("failed" as const) };
}

function options(empty: string, places: readonly PlaceName[]) {
  return [{ value: "", label: empty }, ...places.map(({ id, name }) => ({ value: id, label: name }))];
}
