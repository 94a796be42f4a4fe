import { useTranslations } from "next-intl";
import { formatPhone, parsePhone } from "@/shared/codes/phone";
import { fullName } from "@/shared/text/person-name";
import { Button } from "@/ui/form/button";
import { SelectField } from "@/ui/form/select-field";
import { Panel } from "@/ui/page/panel";
import type { ReadTable, ReadySheet } from "../schema";
import { needsChoice, proposalFor, type Choices, type FreshRow } from "./chosen";

interface Props {
  readonly rows: ReadTable["rows"];
  readonly fresh: readonly FreshRow[];
  readonly choices: Choices;
  /** rows whose author was not chosen when it was asked for */
  readonly missing: readonly number[];
  readonly onChoose: (choices: Choices) => void;
}

/** Sound rows: which of them are there already, and who wrote the others. */
export function ReadySheets({ rows, fresh, choices, missing, onChoose }: Props) {
  const t = useTranslations("initiatives.paper.table");
  const open = fresh.flatMap(({ row, sheet }) => { const proposal = proposalFor(sheet); return needsChoice(sheet) && !choices[row] && proposal !== null ? [[row, proposal] as const] : []; });
  const sound = rows.flatMap(({ row, sheet }) => (sheet ? [{ row, sheet }] : []));
  if (sound.length === 0) return null;
  return (
    <Panel title={t("readyTitle", { count: fresh.length })} level={3}>
      {open.length > 1 ? <div className="acts mb-4"><Button variant="quiet" onPress={() => onChoose({ ...choices, ...Object.fromEntries(open) })}>{t("accept")}</Button></div> : null}
      <ul className="gap-rows">
        {sound.map(({ row, sheet }) => (
          <li key={row} className="gap-row">
            <span>
              <strong>{sheet.title}</strong>
              <br />{t("row", { row })}{" · "}{fullName(sheet)}{sheet.phone ? <>{" · "}<span className="num">{readable(sheet.phone)}</span></> : null}
              {sheet.taken ? <><br /><span className="muted">{sheet.taken.publicNumber ? t("takenMine", { number: sheet.taken.publicNumber }) : t("takenOther")}</span></> : null}
            </span>
            {sheet.taken === null && needsChoice(sheet) ? <Who row={row} sheet={sheet} value={choices[row] ?? ""} isMissing={missing.includes(row)} onChange={(value) => onChoose({ ...choices, [row]: value })} /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Who({ row, sheet, value, isMissing, onChange }: { readonly row: number; readonly sheet: ReadySheet; readonly value: string; readonly isMissing: boolean; readonly onChange: (value: string) => void }) {
  const t = useTranslations("initiatives.paper.table");
  const words = useTranslations("initiatives.new");
  const options = [
    { value: "", label: words("choose") },
    ...sheet.known.map(({ id, name, phone }) => ({ value: `person:${id}`, label: phone ? t("known", { name, phone: readable(phone) }) : t("knownNoPhone", { name }) })),
    ...(sheet.sameAs === null ? [] : [{ value: `row:${sheet.sameAs}`, label: t("sameAs", { row: sheet.sameAs }) }]),
    { value: "new", label: t("anotherPerson") },
    { value: "skip", label: t("skip") },
  ];
  return <SelectField name={`who-${row}`} label={t("who")} hint={sheet.known.length === 0 && sheet.isKnownToOthers ? t("hidden") : t("whoHint")} error={isMissing && value === "" ? t("whoProblem") : undefined} value={value} options={options} onChange={({ target }) => onChange(target.value)} />;
}

function readable(phone: string): string {
  const parsed = parsePhone(phone);
  return parsed === null ? phone : formatPhone(parsed);
}
