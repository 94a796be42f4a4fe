"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import { Table } from "@/ui/table/table";
import { sheetKinds, type SheetKind } from "../columns";
import type { Counts, DirectoryImport, DirectoryPreview } from "../schema";

type Line = { readonly kind: SheetKind } & Counts;

/** What each kind of rows would do. */
export function PreviewStep({ found, preview }: { readonly found: DirectoryImport; readonly preview: DirectoryPreview }) {
  const t = useTranslations("structure.directory");
  const lines = linesOf(preview);
  const word = (kind: string, field: string) => t(`columns.${kind}.${field}` as "columns.people.role");
  const nameOf = (name: string) => (name === "" ? t("theSheet") : t("sheet", { name }));
  const changed = lines.reduce((sum, line) => sum + line.changed, 0);
  return (
    <Panel title={t("step2")}>
      {found.otherSince ? <div className="mb-5"><Notice tone="soon" level={3} title={t("other")}><p>{t("otherText")}</p></Notice></div> : null}
      {found.changedSince ? <div className="mb-5"><Notice tone="soon" level={3} title={t("changedSince")}><p>{t("changedSinceText")}</p></Notice></div> : null}
      <Table<Line>
        caption={found.fileName} rows={lines} rowKey={({ kind }) => kind}
        columns={[
          { id: "kind", header: t("kind"), rowHeader: true, cell: ({ kind }) => t(`kinds.${kind}`) },
          ...(["new", "changed", "same", "problem"] as const).map((id) => ({ id, header: t(id), align: "end" as const, cell: (line: Line) => line[id] })),
        ]}
      />
      {preview.counts.people && linesOf(preview).some(({ kind }) => kind === "people") ? <p className="mt-4">{t("letters", { count: preview.letters })}</p> : null}
      {preview.codes > 0 ? <p className="mt-4">{t("codes", { count: preview.codes })}</p> : null}
      {preview.repaired > 0 ? <p className="mt-4">{t("repaired", { count: preview.repaired })}</p> : null}
      <p className="muted mt-4">{t("emptyCells")}</p>
      <details className="facet mt-4">
        <summary>{t("recognised")}</summary>
        <ul>
          {preview.sheets.map(({ name, kind, columns, ignored }) => (
            <li key={name}>
              <strong>{nameOf(name)}</strong>{": "}
              {kind === null ? t("notDirectory") : columns.map(({ heading, field }) => (heading === word(kind, field) ? heading : `${heading.replace(/\s+/g, " ")} → ${word(kind, field)}`)).join(", ")}
              {kind !== null && ignored.length > 0 ? <><br /><span className="muted">{t("ignored", { columns: ignored.join(", ") })}</span></> : null}
            </li>
          ))}
        </ul>
      </details>
      {preview.skippedCount > 0 ? (
        <details className="facet">
          <summary>{t("skipped", { count: preview.skippedCount })}</summary>
          <ul>{preview.skipped.map(({ sheet, row, text }) => <li key={`${sheet}:${row}`}><span className="muted">{t("placePlain", { row })}</span> {text}</li>)}</ul>
        </details>
      ) : null}
      {changed > 0 ? (
        <details className="facet">
          <summary>{t("changes", { count: changed })}</summary>
          <ul>{preview.changes.map((one, at) => <li key={at}><span className="muted">{t("placePlain", { row: one.row })}</span> {one.name}: {changeOf(one, t)}</li>)}</ul>
        </details>
      ) : null}
    </Panel>
  );
}

export function linesOf({ counts }: DirectoryPreview): Line[] {
  return sheetKinds.flatMap((kind) => {
    const own = counts[kind];
    return own && own.new + own.changed + own.same + own.problem > 0 ? [{ kind, ...own }] : [];
  });
}

const columnOf: Readonly<Record<string, string>> = { municipalityKind: "municipalities.kind", organisationKind: "organisations.kind", name: "municipalities.name", shortName: "municipalities.shortName", population: "municipalities.population", longitude: "municipalities.longitude", latitude: "municipalities.latitude", nameGenitive: "municipalities.nameGenitive", headTitle: "municipalities.headTitle", timeZone: "municipalities.timeZone", address: "organisations.address", phone: "organisations.phone", actNumber: "people.actNumber" };

function changeOf({ field, from, to }: DirectoryPreview["changes"][number], t: ReturnType<typeof useTranslations<"structure.directory">>): string {
  const word = t(`columns.${columnOf[field] ?? "municipalities.name"}` as "columns.people.role");
  const value = (text: string) => (field.endsWith("Kind") && text !== "" ? kindWord(text, t) : text);
  return from === "" ? t("changeNew", { field: word, to: value(to) }) : t("change", { field: word, from: value(from), to: value(to) });
}

/** Kinds are stored by key; people read their names. */
function kindWord(kind: string, t: ReturnType<typeof useTranslations<"structure.directory">>): string {
  return t.has(`kindWords.${kind}` as "kinds.people") ? t(`kindWords.${kind}` as "kinds.people") : kind;
}
