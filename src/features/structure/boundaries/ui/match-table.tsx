"use client";

import { useTranslations } from "next-intl";
import { Tag } from "@/ui/page/tag";
import type { BoundaryPreview, MatchRow } from "../schema";

interface Props {
  readonly preview: BoundaryPreview;
  readonly onDecide: (value: string, unitId: string | null) => unknown;
  readonly isBusy: boolean;
}

/** Each name in the file with the municipality that it is taken for; what is doubtful stands first and asks. */
export function MatchTable({ preview, onDecide, isBusy }: Props) {
  const t = useTranslations("structure.boundaries");
  const certain = preview.rows.filter(isSettled);
  const asked = preview.rows.filter((row) => !isSettled(row));
  const names = new Map(preview.municipalities.map(({ id, shortName }) => [id, shortName]));
  const matched = preview.municipalities.length - preview.missing.length;
  return (
    <>
      <p className="mb-4" role="status">{t("matched", { matched, all: preview.municipalities.length, areas: preview.rows.length })}</p>
      {asked.length > 0 ? (
        <>
          <h3>{t("asked", { count: asked.length })}</h3>
          <ul className="gap-rows mb-5">{asked.map((row) => <AskedRow key={row.value} row={row} preview={preview} onDecide={onDecide} isBusy={isBusy} />)}</ul>
        </>
      ) : null}
      {preview.missing.length > 0 ? <p className="mb-4"><strong>{t("missing", { count: preview.missing.length })}</strong> {preview.missing.map((id) => names.get(id)).join(", ")}</p> : null}
      {preview.nameless > 0 ? <p className="mb-4">{t("nameless", { count: preview.nameless })}</p> : null}
      {certain.length > 0 ? (
        <details className="facet">
          <summary>{t("certain", { count: certain.length })}</summary>
          <ul className="gap-rows">{certain.map(({ value, unitId }) => <li key={value} className="gap-row"><span>{value}</span><span className="muted">{names.get(unitId ?? "")}</span></li>)}</ul>
        </details>
      ) : null}
    </>
  );
}

const isSettled = ({ certainty, isFar }: MatchRow) => certainty === "exact" && !isFar;

function AskedRow({ row, preview, onDecide, isBusy }: Props & { readonly row: MatchRow }) {
  const t = useTranslations("structure.boundaries");
  const id = `match-${preview.rows.indexOf(row)}`;
  return (
    <li className="gap-row">
      <span>
        <label htmlFor={id}>{row.value}</label>{" "}
        {row.isFar ? <Tag tone="late">{t("far")}</Tag> : row.isDecided ? <Tag tone="done">{t("decided")}</Tag> : row.certainty === "likely" ? <Tag tone="soon">{t("likely")}</Tag> : <Tag tone="soon">{t("unknown")}</Tag>}
      </span>
      <select id={id} className="input input-narrow" value={row.unitId ?? ""} disabled={isBusy} onChange={({ target }) => void onDecide(row.value, target.value || null)}>
        <option value="">{t("skip")}</option>
        {preview.municipalities.map((one) => <option key={one.id} value={one.id}>{one.shortName}</option>)}
      </select>
    </li>
  );
}
