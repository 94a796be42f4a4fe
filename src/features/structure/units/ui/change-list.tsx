import { getLocale, getTranslations } from "next-intl/server";
import { formatNumericDate } from "@/shared/dates/format";
import { plainDate } from "@/shared/dates/plain-date";
import { Tag } from "@/ui/page/tag";
import type { ListedChange } from "../schema";
import { RecallButton } from "./recall-button";

const tones = { ahead: "soon", done: "done", recalled: "neutral", refused: "late" } as const;

/** What was decided, by which document, and whether it has taken effect. */
export async function ChangeList({ changes, mayRecall }: { readonly changes: readonly ListedChange[]; readonly mayRecall: boolean }) {
  const [t, admin, acts, errors, locale] = [await getTranslations("structure.units"), await getTranslations("structure.admin"), await getTranslations("structure.act"), await getTranslations("errors"), await getLocale()];
  const say = errors as unknown as (key: string, params: object) => string;
  const date = (day: string) => formatNumericDate(plainDate(day), locale);
  if (changes.length === 0) return <p className="muted">{t("noDecisions")}</p>;
  return (
    <ul className="gap-rows">
      {changes.map(({ id, kind, takesEffectOn, reason, act, state, refusal, units, names, municipalityKinds }) => (
        <li key={id} className="gap-row">
          <span>
            {t(`what.${kind}`)} <Tag tone={tones[state]}>{t(`state.${state}`, { date: date(takesEffectOn) })}</Tag>
            <span className="small muted block">{t("about", { names: units.join(", ") })}</span>
            {names.length > 0 ? <span className="small muted block">{[t("became", { names: names.join(", ") }), ...municipalityKinds.map((one) => admin(`kinds.${one}`))].join(", ")}</span> : null}
            <span className="small block">{reason}{act.number !== null ? `. ${act.kind ? acts(`kinds.${act.kind}`) : ""} № ${act.number}${act.date ? ` ${acts("of", { date: date(act.date) })}` : ""}` : ""}</span>
            {refusal === null ? null : <span className="small block">{say(refusal, {})}</span>}
          </span>
          {mayRecall && state === "ahead" ? <RecallButton changeId={id} label={`${t("recall")}: ${t(`did.${kind}`)}`} /> : null}
        </li>
      ))}
    </ul>
  );
}
