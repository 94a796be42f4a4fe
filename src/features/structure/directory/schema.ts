import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { sheetKinds } from "./columns";

/** Bytes of a file, rows of a file, letters of one import; how much of a preview is kept to be shown (what is counted is counted in full). */
export const directoryLimits = { bytes: 30_000_000, rows: 250_000, people: 3000, fileName: 200, problems: 1000, perKind: 200, changes: 100, skipped: 50, repairs: 2000 } as const;

export const uploadPath = "/directory/upload";

const paramsField = z.record(z.string(), z.union([z.string(), z.number()]));

/** Completed codes that a person agreed to: all that are offered, or these, «7502000→07502000». */
export const decisionsField = z.object({ all: z.boolean(), repairs: z.array(z.string().max(60)).max(directoryLimits.repairs) });
export type Decisions = z.infer<typeof decisionsField>;
export const noDecisions: Decisions = { all: false, repairs: [] };
export const repairKey = (from: string, to: string) => `${from.slice(0, 40)}→${to}`;

/** What goes with the file. */
export const uploadFields = z.object({
  /** the municipality that the asker works in; null: everywhere */
  municipalityId: idField.nullable(),
  /** of rows that name no region; null: each row must */
  regionId: idField.nullable(),
  fileName: z.string().max(directoryLimits.fileName),
});
export type UploadWish = z.infer<typeof uploadFields>;
export const uploadedOutput = z.object({ importId: idField });

const countsOutput = z.object({ new: z.number().int(), changed: z.number().int(), same: z.number().int(), problem: z.number().int() });
export type Counts = z.infer<typeof countsOutput>;

const problemOutput = z.object({ sheet: z.string(), kind: z.enum(sheetKinds), row: z.number().int(), field: z.string(), heading: z.string(), value: z.string(), key: z.string(), params: paramsField, repair: z.string().nullable() });
export type DirectoryProblem = z.infer<typeof problemOutput>;

export const previewOutput = z.object({
  sheets: z.array(z.object({ name: z.string(), kind: z.enum(sheetKinds).nullable(), columns: z.array(z.object({ heading: z.string(), field: z.string() })), ignored: z.array(z.string()) })),
  counts: z.record(z.enum(sheetKinds), countsOutput),
  /** how many of each kind there are, and of them how many can be repaired */
  problemCounts: z.array(z.object({ key: z.string(), count: z.number().int(), repairable: z.number().int() })),
  /** the first ones of each kind */
  problems: z.array(problemOutput),
  changes: z.array(z.object({ sheet: z.string(), row: z.number().int(), name: z.string(), field: z.string(), from: z.string(), to: z.string() })),
  /** rows that are no data: notes, repeated headings */
  skipped: z.array(z.object({ sheet: z.string(), row: z.number().int(), text: z.string() })),
  skippedCount: z.number().int(),
  /** letters that would be sent */
  letters: z.number().int(),
  /** people without an address, for whom a code is to be printed */
  codes: z.number().int().default(0),
  /** regions that the file speaks of */
  regionIds: z.array(idField),
  repaired: z.number().int(),
});
export type DirectoryPreview = z.infer<typeof previewOutput>;

export const importStates = ["looking", "looked", "writing", "done", "failed"] as const;
export const isUnderWay = (state: (typeof importStates)[number]) => state === "looking" || state === "writing";
export const importOutput = z.object({
  id: idField,
  fileName: z.string(),
  state: z.enum(importStates),
  /** rows that were read in this stage */
  doneRows: z.number().int(),
  /** rows of the file, once it was read to its end */
  allRows: z.number().int().nullable(),
  /** it has told nothing for a while: the server is busy or starts again */
  isSilent: z.boolean(),
  problem: z.object({ code: z.string(), params: paramsField }).nullable(),
  preview: previewOutput.nullable(),
  hash: z.string().nullable(),
  decisions: decisionsField,
  /** another import into the same place that is being written now, since when */
  otherSince: z.date().nullable(),
  /** what another import has written since this one was looked at */
  changedSince: z.boolean(),
});
export type DirectoryImport = z.infer<typeof importOutput>;

export const importInput = z.object({ importId: idField });
export const decideInput = importInput.extend({ decisions: decisionsField, key: idempotencyKeyField });
export const confirmInput = importInput.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/), key: idempotencyKeyField });
export const discardInput = importInput.extend({ key: idempotencyKeyField });

export const openInput = z.object({ municipalityId: idField.nullable() });
export const openOutput = z.object({
  regions: z.array(z.object({ id: idField, name: z.string() })),
  /** the asker's last import that is not over */
  openImportId: idField.nullable(),
});
export type DirectoryOpening = z.infer<typeof openOutput>;

export const exportInput = z.object({ municipalityId: idField.nullish().default(null), regionId: idField.nullish().default(null), kind: z.enum(sheetKinds).nullish().default(null) });
const cellOutput = z.union([z.string(), z.number(), z.null()]);
export const directoryExportOutput = z.object({
  fileName: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.object({ header: z.string(), kind: z.enum(["text", "number", "date", "percent"]), width: z.number().optional() })).readonly(), rows: z.array(z.array(cellOutput).readonly()).readonly() })),
});
export type DirectoryExport = z.infer<typeof directoryExportOutput>;
