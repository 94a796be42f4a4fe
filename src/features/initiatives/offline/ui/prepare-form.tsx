import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DeskPlace } from "@/features/people/desk/schema";
import { tripLimits } from "@/features/people/trips/schema";
import { newId } from "@/shared/ids/id";
import { InputField } from "@/ui/form/input-field";
import { SelectField } from "@/ui/form/select-field";
import { Submit } from "@/ui/form/submit";
import { Panel } from "@/ui/page/panel";
import { refusalOf } from "../../drafts/ui/draft-api";
import { passwordLimits } from "../schema";
import { keepPage } from "./keep-page";
import type { OfflineApi } from "./offline-api";
import { PasswordInput } from "./password-input";
import { loadSealed } from "./sealed-file";
import { sealTrip, type OpenTrip } from "./use-trip";

interface Props {
  readonly api: OfflineApi;
  readonly places: readonly DeskPlace[];
  readonly onPrepared: (opened: OpenTrip) => void;
  readonly onLoaded: () => void;
}

/** While there is a network: slips, the consent's text and the directions come to the device, and the page with them. */
export function PrepareForm({ api, places, onPrepared, onLoaded }: Props) {
  const t = useTranslations("initiatives.offline");
  const errors = useTranslations("errors");
  const [atUnitId, setAtUnitId] = useState(places[0]?.unitId ?? "");
  const [slips, setSlips] = useState("20");
  const [password, setPassword] = useState("");
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const prepare = async () => {
    if (isBusy) return;
    const count = Number(slips);
    const found = {
      ...(password.length < passwordLimits.min ? { password: t("passwordShort", { min: passwordLimits.min }) } : {}),
      ...(Number.isInteger(count) && count >= 1 && count <= tripLimits.slips ? {} : { slips: t("slipsProblem", { max: tripLimits.slips }) }),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await keepPage();
      const trip = await api.prepare({ id: newId(), atUnitId, slips: count });
      const directions = (await api.directions({ marathonId: trip.marathonId, municipalityId: trip.municipalityId })).map(({ id, name }) => ({ id, name }));
      onPrepared(await sealTrip(password, { ...trip, preparedAt: trip.preparedAt.toISOString(), expiresAt: trip.expiresAt.toISOString(), directions }));
    } catch (error) {
      const refusal = refusalOf(error);
      setProblems({ whole: refusal ? errors(refusal.code as "request.failed", refusal.params) : t("prepareFailed") });
    } finally {
      setBusy(false);
    }
  };
  const load = async (file: File | undefined) => {
    if (!file) return;
    if (await loadSealed(await file.text()).catch(() => false)) return onLoaded();
    setProblems({ file: t("fileProblem") });
  };
  return (
    <Panel title={t("prepare")}>
      <p className="mb-4">{t("prepareText")}</p>
      <form
        className="stack" noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void prepare();
        }}
      >
        {places.length > 1 ? <SelectField name="atUnitId" label={t("place")} value={atUnitId} options={places.map(({ unitId, unitName, municipalityName }) => ({ value: unitId, label: `${unitName}, ${municipalityName}` }))} onChange={({ target }) => setAtUnitId(target.value)} /> : null}
        <InputField name="slips" narrow inputMode="numeric" label={t("slips")} hint={t("slipsHint")} error={problems.slips} value={slips} autoComplete="off" maxLength={3} onChange={({ target }) => setSlips(target.value)} />
        <PasswordInput name="newTripPassword" label={t("newPassword")} hint={t("newPasswordHint", { min: passwordLimits.min })} error={problems.password} value={password} onChange={setPassword} />
        {problems.whole ? <p className="error" role="alert">{problems.whole}</p> : null}
        <div className="acts"><Submit aria-disabled={isBusy}>{isBusy ? t("preparing") : t("prepareSubmit")}</Submit></div>
      </form>
      <details className="mt-6">
        <summary>{t("fromFile")}</summary>
        <div className="mt-3"><InputField name="sealedFile" type="file" accept="application/json" label={t("file")} hint={t("fileHint")} error={problems.file} onChange={({ target }) => void load(target.files?.[0])} /></div>
      </details>
    </Panel>
  );
}
