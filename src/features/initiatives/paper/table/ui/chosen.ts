import { deskRegisterInput } from "@/features/people/desk/schema";
import { fieldIssues, type FieldIssue } from "@/shared/errors/field-issues";
import { fullName } from "@/shared/text/person-name";
import { draftContent } from "../../../schema";
import { typedSheet } from "../../schema";
import { registrationOf, type Registration, type SheetRow } from "../../ui/sheet-row";
import type { StackChoice } from "../../ui/stack-fields";
import type { ReadRow, ReadySheet } from "../schema";

/** A row that can be entered: sound, and not there yet. */
export interface FreshRow {
  readonly row: number;
  readonly sheet: ReadySheet;
}

/** Who the author of a row is: «person:<id>», «row:<number>», «new», «skip»; empty: not chosen yet. */
export type Choices = Readonly<Record<number, string>>;

export function freshRows(rows: readonly ReadRow[]): FreshRow[] {
  return rows.flatMap(({ row, sheet }) => (sheet === null || sheet.taken !== null ? [] : [{ row, sheet }]));
}

/** May it be somebody who is known? Then a person says who it is. */
export function needsChoice({ known, sameAs, isKnownToOthers }: ReadySheet): boolean {
  return known.length > 0 || sameAs !== null || isKnownToOthers;
}

/** What the file itself suggests; null where several fit alike. */
export function proposalFor({ known, sameAs, phone }: ReadySheet): string | null {
  const [first, ...others] = known;
  if (first && (others.length === 0 || (phone !== "" && first.phone === phone))) return `person:${first.id}`;
  return first === undefined && sameAs !== null ? `row:${sameAs}` : null;
}

type Author = { readonly personId: string } | { readonly newAs: FreshRow; readonly isAnother: boolean };

/** A row of the same person leads to whoever that row's author is. */
function authorOf(one: FreshRow, rows: readonly FreshRow[], choices: Choices): Author {
  const [kind, of] = (choices[one.row] ?? "").split(":");
  if (kind === "person" && of) return { personId: of };
  const above = kind === "row" ? rows.find(({ row }) => row === Number(of)) : undefined;
  if (above) return authorOf(above, rows, choices);
  return { newAs: one, isAnother: needsChoice(one.sheet) };
}

interface Unchecked {
  readonly sheet: object;
  readonly personId: string | null;
  readonly registration: object | null;
  readonly name: string;
}

/** Rows as the stack takes them, in the order of the file, those that are not to be entered left out. */
export function rowsToSend(rows: readonly FreshRow[], choices: Choices, stack: StackChoice, processingDocumentId: string): Unchecked[] {
  return rows.filter(({ row }) => choices[row] !== "skip").map((one) => {
    const { id, takenOn, familyName, givenName, patronymic, title, essence, expectedResult, placeText, directionId, initiatorKind } = one.sheet;
    const author = authorOf(one, rows, choices);
    const content = draftContent.parse({ title, essence, expectedResult, placeText, directionId, initiatorKind, organisationId: stack.worksHere ? stack.atUnitId : null });
    return {
      sheet: { id, atUnitId: stack.atUnitId, takenOn: takenOn ?? stack.takenOn, paperCase: stack.paperCase, scanId: stack.scan?.id ?? null, content },
      personId: "personId" in author ? author.personId : null,
      registration: "personId" in author ? null : newAuthor(author.newAs.sheet, author.isAnother, stack, processingDocumentId),
      name: fullName({ familyName, givenName, patronymic }),
    };
  });
}

function newAuthor({ familyName, givenName, patronymic, phone, registrationKey }: ReadySheet, isAnother: boolean, stack: StackChoice, processingDocumentId: string): object {
  return { ...registrationOf(stack, { familyName, givenName, patronymic, phone, key: registrationKey, processingDocumentId }), isAnother };
}

/** In: what would be sent. Out: the rows, or what of the stack is not filled in. */
export function checkRows(rows: readonly Unchecked[]): { readonly rows: readonly SheetRow[]; readonly issues: readonly FieldIssue[] } {
  const checked = rows.map((row) => [typedSheet.safeParse(row.sheet), row.registration === null ? null : deskRegisterInput.safeParse(row.registration)] as const);
  const issues = checked.flatMap((parsed) => parsed.flatMap((one) => (one === null || one.success ? [] : fieldIssues(one.error))));
  const sound = checked.flatMap(([sheet], at): SheetRow[] => {
    const row = rows[at];
    return !sheet.success || !row ? [] : [{ sheet: sheet.data, personId: row.personId, registration: row.registration as Registration | null, name: row.name, state: "waiting", publicNumber: null, problem: null, known: null }];
  });
  return { rows: sound, issues };
}
