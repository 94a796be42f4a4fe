import { useTranslations } from "next-intl";
import type { DeskPlace } from "@/features/people/desk/schema";
import type { PlainDate } from "@/shared/dates/plain-date";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { InputField } from "@/ui/form/input-field";
import { SelectField } from "@/ui/form/select-field";
import { Panel } from "@/ui/page/panel";
import { StackScan, type BeginScan } from "./stack-scan";

/** What the sheets of a stack share, as typed. */
export interface StackChoice {
  readonly atUnitId: string;
  readonly takenOn: string;
  readonly paperCase: string;
  /** the scan of the whole stack, once the server has it */
  readonly scan: { readonly id: string; readonly name: string } | null;
  readonly signed: boolean;
  readonly worksHere: boolean;
}

export function emptyStack(places: readonly DeskPlace[], today: PlainDate): StackChoice {
  return { atUnitId: places[0]?.unitId ?? "", takenOn: today, paperCase: "", scan: null, signed: false, worksHere: true };
}

interface Props {
  readonly stack: StackChoice;
  readonly places: readonly DeskPlace[];
  readonly today: PlainDate;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (stack: StackChoice) => void;
  readonly beginScan: BeginScan;
}

export function StackFields({ stack, places, today, problems, onChange, beginScan }: Props) {
  const t = useTranslations("initiatives.paper");
  return (
    <Panel title={t("stack")}>
      <div className="stack">
        {places.length > 1 ? <SelectField name="atUnitId" label={t("where")} value={stack.atUnitId} options={places.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))} onChange={({ target }) => onChange({ ...stack, atUnitId: target.value, scan: null })} /> : null}
        <InputField name="takenOn" type="date" narrow label={t("takenOn")} hint={t("takenOnHint")} error={problems.takenOn} value={stack.takenOn} max={today} onChange={({ target }) => onChange({ ...stack, takenOn: target.value })} />
        <InputField name="paperCase" narrow label={t("paperCase")} hint={t("paperCaseHint")} error={problems.paperCase} value={stack.paperCase} autoComplete="off" onChange={({ target }) => onChange({ ...stack, paperCase: target.value })} />
        <StackScan atUnitId={stack.atUnitId} scan={stack.scan} beginScan={beginScan} onChange={(scan) => onChange({ ...stack, scan })} />
        <CheckboxField name="signed" label={t("signed")} note={t("signedNote")} error={problems.signed} checked={stack.signed} onChange={({ target }) => onChange({ ...stack, signed: target.checked })} />
        <CheckboxField name="worksHere" label={t("worksHere")} checked={stack.worksHere} onChange={({ target }) => onChange({ ...stack, worksHere: target.checked })} />
      </div>
    </Panel>
  );
}
