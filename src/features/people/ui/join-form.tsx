"use client";

import { useTranslations } from "next-intl";
import { joinFields } from "../registration/schema";
import { FormFrame } from "./form-frame";
import type { PeopleApi } from "./people-api";
import { PlaceFields, placeOf, type PlaceChoices } from "./place-fields";
import { refusalOf, useForm } from "./use-form";

interface Props {
  readonly api: Pick<PeopleApi, "join" | "listMunicipalities" | "listOrganisations">;
  readonly choices: PlaceChoices;
  readonly next: string;
}

/** Somebody with an account takes part in this marathon, too. */
export function JoinForm({ api, choices, next }: Props) {
  const t = useTranslations("people");
  const form = useForm(joinFields, placeOf, async (input) => {
    try {
      await api.join(input);
    } catch (error) {
      // a lost answer asked again: they are in
      if (refusalOf(error)?.code !== "registration.alreadyJoined") throw error;
    }
    window.location.assign(next);
    await new Promise(() => undefined);
  });
  const labels = { municipalityId: t("fields.municipality"), organisationId: t("fields.organisation") };
  return (
    <FormFrame form={form} labels={labels} submit={t("join.submit")}>
      <PlaceFields choices={choices} calls={api} errors={form.problems.fields} />
    </FormFrame>
  );
}
