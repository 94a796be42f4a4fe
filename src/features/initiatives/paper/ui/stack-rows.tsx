import { useTranslations } from "next-intl";
import { Button } from "@/ui/form/button";
import { Link } from "@/ui/page/link";
import { Panel } from "@/ui/page/panel";
import type { SheetRow } from "./sheet-row";

interface Props {
  readonly rows: readonly SheetRow[];
  /** puts a refused sheet back into the form; or where that form is */
  readonly onAgain?: (row: SheetRow) => void;
  readonly mendAt?: string;
  readonly onKnown: (row: SheetRow, personId: string) => void;
  readonly onAnother: (row: SheetRow) => void;
}

/** What became of each sheet, the last one first. */
export function StackRows({ rows, onAgain, mendAt, onKnown, onAnother }: Props) {
  const t = useTranslations("initiatives.paper");
  if (rows.length === 0) return null;
  const done = rows.filter(({ state }) => state === "done" || state === "late").length;
  return (
    <div className="mt-6">
      <Panel title={t("rows", { done, all: rows.length })}>
        <ul className="gap-rows" aria-live="polite">
          {rows.map((row) => (
            <li key={row.sheet.id} className="gap-row">
              <span>
                <strong>{row.sheet.content.title}</strong>
                <br />{row.name}{" · "}{row.state === "done" ? t("done", { number: row.publicNumber ?? "" }) : row.state === "waiting" || row.state === "late" ? t(row.state) : row.state === "refused" ? row.problem : row.known ? t("doubleKnown", { name: row.known.name }) : t("doubleHidden")}
              </span>
              {row.state === "refused" && onAgain ? <Button variant="quiet" onPress={() => onAgain(row)}>{t("mend")}</Button> : null}
              {row.state === "refused" && mendAt ? <Link className="link" href={mendAt}>{t("table.byHand")}</Link> : null}
              {row.state === "double" ? (
                <span className="acts">
                  {row.known ? <Button variant="quiet" onPress={() => onKnown(row, row.known?.id ?? "")}>{t("same")}</Button> : null}
                  <Button variant="quiet" onPress={() => onAnother(row)}>{t("another")}</Button>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
