import { useTranslations } from "next-intl";
import { Button } from "@/ui/form/button";
import { Panel } from "@/ui/page/panel";
import { fullName } from "@/shared/text/person-name";
import type { Refused, TripRecord } from "../schema";
import type { SeenRecord } from "./use-trip";

interface Props {
  readonly rows: readonly SeenRecord[];
  readonly onOpen: (record: TripRecord) => void;
  /** of a double: the same person, or another */
  readonly onAnswer: (record: TripRecord, change: Partial<TripRecord>) => Promise<void>;
}

/** Who waits on the device, the last one first, and why those who were refused were. */
export function RecordList({ rows, onOpen, onAnswer }: Props) {
  const t = useTranslations("initiatives.offline");
  const sentenceOf = useRefusal();
  return (
    <Panel title={t("records", { count: rows.length })}>
      <ul className="gap-rows">
        {rows.map(({ record }) => {
          const { id, initiatives, isComplete, double, refused } = record;
          const { familyName, givenName, patronymic } = record.person;
          const name = familyName.trim() === "" ? t("nameless") : fullName({ familyName, givenName, patronymic: patronymic || null });
          const reasons = [refused, ...initiatives.map((one) => one.refused)].filter((one) => one !== null).map(sentenceOf);
          return (
            <li key={id} className="gap-row">
              <span>
                <strong>{name}</strong>
                <br />{t("initiatives", { count: initiatives.length })}{isComplete ? "" : ` · ${t("incomplete")}`}
                {double ? <><br />{double.known ? t("doubleKnown", { name: double.known.name }) : t("doubleHidden")}</> : null}
                {[...new Set(reasons)].map((reason) => <span key={reason} className="error block" role="alert">{reason}</span>)}
              </span>
              <span className="acts">
                {double?.known ? <Button variant="quiet" onPress={async () => await onAnswer(record, { personId: double.known?.id ?? null })}>{t("same")}</Button> : null}
                {double ? <Button variant="quiet" onPress={async () => await onAnswer(record, { isAnother: true })}>{t("another")}</Button> : null}
                <Button variant="quiet" onPress={() => onOpen(record)}>{t("edit")}<span className="visually-hidden"> {name}</span></Button>
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** Why the server has not taken it, in words; what it is outside of has ended for the coordinator since. */
export function useRefusal(): (refused: Refused) => string {
  const t = useTranslations("initiatives.offline");
  const errors = useTranslations("errors");
  return ({ code, params, fields }) => {
    if (code === "offline.notJoined") return t("notJoined");
    if (code === "request.notFound" || code === "request.forbidden") return t("noRight");
    return [...new Set([code, ...Object.values(fields)])].map((key) => errors(key as "request.failed", params)).join(" ");
  };
}
