import * as z from "zod";
import { plainDateField } from "@/shared/dates/fields";
import { idField } from "@/shared/ids/fields";
import { initiatorKindField } from "../../schema";
import { sheetFields } from "./columns";

/** Bytes of a file; rows, as many as a village's meeting can write; rows that are shown as skipped. */
export const tableLimits = { bytes: 5_000_000, rows: 500, skipped: 50 } as const;

export const readPath = "/sheets/read";
export const readWish = z.object({ atUnitId: idField });

const problemOutput = z.object({
  field: z.enum(sheetFields),
  /** as the file writes it; empty where there is no such column */
  heading: z.string(),
  value: z.string(),
  /** of `initiatives.paper.table.problems`, or with a dot of `errors` */
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

const personOutput = z.object({ id: idField, name: z.string(), phone: z.string().nullable() });

const readyOutput = z.object({
  /** made of what the row says and where it was gathered: the same row is the same initiative, whoever hands it in how often */
  id: idField,
  /** under which the row's author is registered once */
  registrationKey: idField,
  familyName: z.string(),
  givenName: z.string(),
  patronymic: z.string(),
  phone: z.string(),
  /** null: the day of the stack */
  takenOn: plainDateField.nullable(),
  title: z.string(),
  essence: z.string(),
  expectedResult: z.string(),
  placeText: z.string(),
  directionId: idField,
  initiatorKind: initiatorKindField,
  /** the initiative is there already; its number for who has taken it */
  taken: z.object({ publicNumber: z.string().nullable() }).nullable(),
  /** a row above whose author has the same name and phone */
  sameAs: z.number().int().nullable(),
  /** people of that name whom the asker has registered; the likelier first */
  known: z.array(personOutput),
  /** of that name and phone, registered by somebody else */
  isKnownToOthers: z.boolean(),
});
export type ReadySheet = z.infer<typeof readyOutput>;

export const readOutput = z.object({
  rows: z.array(z.object({ row: z.number().int(), problems: z.array(problemOutput), sheet: readyOutput.nullable() })),
  columns: z.array(z.object({ field: z.enum(sheetFields), heading: z.string() })),
  /** columns that are not read */
  ignored: z.array(z.string()),
  skipped: z.array(z.object({ row: z.number().int(), text: z.string() })),
});
export type ReadTable = z.infer<typeof readOutput>;
export type ReadRow = ReadTable["rows"][number];
export type CellProblem = ReadRow["problems"][number];

const cellOutput = z.union([z.string(), z.number(), z.null()]);
export const sampleOutput = z.object({
  fileName: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.object({ header: z.string(), kind: z.enum(["text", "number", "date", "percent"]), width: z.number().optional() })).readonly(), rows: z.array(z.array(cellOutput).readonly()).readonly() })),
});
export type Sample = z.infer<typeof sampleOutput>;
