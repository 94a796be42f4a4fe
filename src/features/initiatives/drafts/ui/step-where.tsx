"use client";

import { useLocale, useTranslations } from "next-intl";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { InputField } from "@/ui/form/input-field";
import { SelectField } from "@/ui/form/select-field";
import { initiatorKindField, initiatorKinds } from "../../schema";
import { PointField } from "./point-field";
import type { Choices, StepProps } from "./wizard-parts";

interface Props extends StepProps {
  readonly choices: Choices;
  readonly chooseRegion: (id: string | null) => Promise<void>;
  readonly chooseMunicipality: (id: string | null) => Promise<void>;
}

/** «Где и кто»: the place and the person's own organisation are asked apart. */
export function StepWhere({ content, change, errors, choices, chooseRegion, chooseMunicipality }: Props) {
  const t = useTranslations("initiatives.new");
  const kinds = useTranslations("initiatives.kind");
  const locale = useLocale();
  const empty = { value: "", label: t("choose") };
  // without a connection the lists stay as they are; what has been chosen is kept
  const quietly = (work: Promise<void>) => void work.catch(() => undefined);
  return (
    <>
      {choices.regions.length > 1 ? (
        <SelectField
          name="regionId" label={t("region")} value={choices.regionId ?? ""} options={[{ value: "", label: t("chooseRegion") }, ...choices.regions.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={({ target }) => {
            change({ municipalityId: null, organisationId: null });
            quietly(chooseRegion(target.value || null));
          }}
        />
      ) : null}
      <SelectField
        name="municipalityId" label={t("municipality")} hint={t("municipalityHint")} error={errors.municipalityId} value={content.municipalityId ?? ""} disabled={choices.regions.length > 1 && choices.regionId === null}
        options={[empty, ...choices.municipalities.map(({ id, shortName }) => ({ value: id, label: shortName }))]}
        onChange={({ target }) => {
          change({ municipalityId: target.value || null, organisationId: null });
          quietly(chooseMunicipality(target.value || null));
        }}
      />
      <InputField
        name="placeText" label={t("placeLabel")} mark={t("optional")} hint={t("placeHint")} error={errors.placeText} value={content.placeText} autoComplete="off"
        onChange={(event) => change({ placeText: event.target.value })}
      />
      <PointField value={content.point} error={errors.point} municipalityId={content.municipalityId} municipalities={choices.municipalities} onChange={(point) => change({ point })} />
      <SelectField
        name="directionId" label={t("direction")} hint={t("directionHint")} error={errors.directionId} value={content.directionId ?? ""}
        options={[empty, ...choices.directions.map(({ id, name, nameEn }) => ({ value: id, label: locale === "en" ? nameEn : name }))]}
        onChange={({ target }) => change({ directionId: target.value || null })}
      />
      <SelectField
        name="initiatorKind" label={t("kindLabel")} error={errors.initiatorKind} value={content.initiatorKind ?? ""}
        options={[empty, ...initiatorKinds.map((kind) => ({ value: kind, label: kinds(kind) }))]}
        onChange={({ target }) => change({ initiatorKind: initiatorKindField.safeParse(target.value).data ?? null })}
      />
      <CheckboxField name="collective" label={t("collective")} note={t("collectiveNote")} checked={content.collective} onChange={({ target }) => change({ collective: target.checked })} />
      <SelectField
        name="organisationId" label={t("organisation")} mark={t("optional")} hint={t("organisationHint")} error={errors.organisationId} value={content.organisationId ?? ""}
        options={[{ value: "", label: t("noOrganisation") }, ...choices.organisations.map(({ id, shortName }) => ({ value: id, label: shortName }))]}
        onChange={({ target }) => change({ organisationId: target.value || null, ...(target.value ? {} : { hiddenFromOrganisation: false, fromOrganisation: false }) })}
      />
      {content.organisationId ? (
        <>
          <CheckboxField name="hiddenFromOrganisation" label={t("hidden")} note={t("hiddenNote")} checked={content.hiddenFromOrganisation} onChange={({ target }) => change({ hiddenFromOrganisation: target.checked, ...(target.checked ? { fromOrganisation: false } : {}) })} />
          <CheckboxField name="fromOrganisation" label={t("fromOrganisation")} note={t("fromOrganisationNote")} error={errors.fromOrganisation} checked={content.fromOrganisation} onChange={({ target }) => change({ fromOrganisation: target.checked, ...(target.checked ? { hiddenFromOrganisation: false } : {}) })} />
        </>
      ) : null}
    </>
  );
}
