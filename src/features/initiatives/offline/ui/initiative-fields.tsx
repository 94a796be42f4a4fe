import { useTranslations } from "next-intl";
import { Button } from "@/ui/form/button";
import { InputField } from "@/ui/form/input-field";
import { SelectField } from "@/ui/form/select-field";
import { TextareaField } from "@/ui/form/textarea-field";
import { Panel } from "@/ui/page/panel";
import { initiatorKinds } from "../../schema";
import type { TypedInitiative } from "../schema";
import { useRefusal } from "./record-list";

interface Props {
  readonly number: number;
  readonly initiative: TypedInitiative;
  readonly directions: readonly { readonly id: string; readonly name: string }[];
  readonly nameOf: (field: keyof TypedInitiative) => string;
  readonly errorOf: (field: keyof TypedInitiative) => string | undefined;
  readonly onChange: (change: Partial<TypedInitiative>) => void;
  readonly onRemove: () => void;
}

export function InitiativeFields({ number, initiative, directions, nameOf, errorOf, onChange, onRemove }: Props) {
  const [t, words, paper, kinds] = [useTranslations("initiatives.offline"), useTranslations("initiatives.new"), useTranslations("initiatives.paper"), useTranslations("initiatives.kind")];
  const sentenceOf = useRefusal();
  const empty = { value: "", label: words("choose") };
  const of = (field: Exclude<keyof TypedInitiative, "refused">) => ({ name: nameOf(field), error: errorOf(field), value: initiative[field] });
  return (
    <Panel title={t("initiative", { number })}>
      <div className="stack">
        {initiative.refused ? <p className="error" role="alert">{sentenceOf(initiative.refused)}</p> : null}
        <InputField {...of("title")} label={words("titleLabel")} autoComplete="off" onChange={({ target }) => onChange({ title: target.value })} />
        <TextareaField {...of("essence")} label={words("essenceLabel")} rows={4} onChange={({ target }) => onChange({ essence: target.value })} />
        <TextareaField {...of("expectedResult")} label={words("expectedLabel")} rows={2} onChange={({ target }) => onChange({ expectedResult: target.value })} />
        <InputField {...of("placeText")} label={words("placeLabel")} mark={words("optional")} autoComplete="off" onChange={({ target }) => onChange({ placeText: target.value })} />
        <SelectField {...of("directionId")} label={words("direction")} options={[empty, ...directions.map(({ id, name }) => ({ value: id, label: name }))]} onChange={({ target }) => onChange({ directionId: target.value })} />
        <SelectField {...of("initiatorKind")} label={paper("kind")} options={[empty, ...initiatorKinds.map((kind) => ({ value: kind, label: kinds(kind) }))]} onChange={({ target }) => onChange({ initiatorKind: target.value as TypedInitiative["initiatorKind"] })} />
        <div className="acts"><Button variant="quiet" onPress={onRemove}>{t("removeInitiative", { number })}</Button></div>
      </div>
    </Panel>
  );
}
