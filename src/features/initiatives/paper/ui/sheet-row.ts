import * as z from "zod";
import { deskRegisterInput } from "@/features/people/desk/schema";
import { idField } from "@/shared/ids/fields";
import { typedSheet } from "../schema";
import type { StackChoice } from "./stack-fields";

/** As typed: the server reads it by the same schema. */
export type Registration = z.input<typeof deskRegisterInput>;

/** A sheet that was typed in: kept on the device until the server has answered. */
export const sheetRow = z.object({
  sheet: typedSheet,
  /** who is known, or whom the sheet makes known */
  personId: idField.nullable(),
  registration: z.custom<Registration>((typed) => deskRegisterInput.safeParse(typed).success).nullable(),
  name: z.string(),
  /** late: it came after the collection, the responsible person decides */
  state: z.enum(["waiting", "done", "late", "refused", "double"]),
  publicNumber: z.string().nullable(),
  /** why it was refused, as it is said */
  problem: z.string().nullable(),
  /** of «double»: whom the asker may see */
  known: z.object({ id: idField, name: z.string() }).nullable(),
});
export type SheetRow = z.infer<typeof sheetRow>;

/** In: «Новикова Ольга Петровна». Out: the first word, the second, and the rest; null when there are fewer than two. */
export function splitName(text: string): { familyName: string; givenName: string; patronymic: string } | null {
  const [familyName = "", givenName = "", ...rest] = text.trim().split(/\s+/);
  return givenName === "" ? null : { familyName, givenName, patronymic: rest.join(" ") };
}

export interface NewAuthor {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string;
  readonly phone: string;
  readonly key: string;
  readonly processingDocumentId: string;
}

/** Whom a sheet makes known, by their signature on it; not checked yet. */
export function registrationOf({ atUnitId, paperCase, scan, signed, worksHere }: StackChoice, author: NewAuthor): object {
  return {
    ...author, birthDate: "", organisationId: worksHere ? atUnitId : null, hiddenFromOrganisation: false, signedOnPaper: signed,
    paperCase, scanId: scan?.id ?? null, publishNameDocumentId: null, representativeName: "", representativeCase: "", atUnitId, isAnother: false,
  };
}
