import { roles, roleSeat, type Role } from "@/access/roles";
import type { PlainDate } from "@/shared/dates/plain-date";
import { emailField, lineField, personNameField } from "@/shared/text/fields";
import type { ActWish } from "../appointments/schema";
import { patronymicField, structureLimits } from "../schema";
import type { Vocabulary } from "./rules";
import type { DirectoryRow } from "./reading";

export interface PersonRow {
  readonly role: Role;
  /** of an organisation or a working group; empty for roles that a municipality has once */
  readonly place: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  /** null: of somebody who has none, and is known by name where they are appointed */
  readonly email: string | null;
  readonly act: ActWish | null;
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
}

/** Council, country and administrators are appointed one by one. */
const oneByOne: readonly string[] = ["region", "country"];

/** A row of people with roles. Null with the problems in the reader. */
export function readPerson(reader: DirectoryRow, words: Vocabulary): PersonRow | null {
  const role = reader.choice("role", words.roles, true) as Role | null;
  if (role !== null && (!roles.includes(role) || oneByOne.includes(roleSeat[role]))) reader.refuse("role", "roleOneByOne");
  const needsPlace = role !== null && (roleSeat[role] === "organisation" || roleSeat[role] === "workingGroup");
  const place = reader.parsed("place", lineField(1, structureLimits.name), needsPlace);
  const names = namesOf(reader);
  const email = reader.parsed("email", emailField, false);
  const act = actOf(reader, words);
  const [startsOn, endsOn] = [reader.day("startsOn"), reader.day("endsOn")];
  if (role === null || !names || reader.problems.length > 0) return null;
  return { role, place: place ?? "", ...names, email, act, startsOn, endsOn };
}

/** «Фамилия», «Имя», «Отчество», or all of it in one column: the first word, the second, and the rest. */
function namesOf(reader: DirectoryRow): Pick<PersonRow, "familyName" | "givenName" | "patronymic"> | null {
  if (!reader.has("familyName") && reader.has("fullName")) {
    const [familyName = "", givenName = "", ...rest] = reader.text("fullName").split(" ");
    const parsed = [familyName, givenName].map((part) => personNameField.safeParse(part));
    const patronymic = patronymicField.safeParse(rest.join(" "));
    if (!parsed.every(({ success }) => success) || !patronymic.success || rest.length > 2) return reader.refuse("fullName", reader.text("fullName") === "" ? "required" : "fullName");
    return { familyName: parsed[0]?.data ?? "", givenName: parsed[1]?.data ?? "", patronymic: patronymic.data };
  }
  const familyName = reader.parsed("familyName", personNameField, true);
  const givenName = reader.parsed("givenName", personNameField, true);
  const patronymic = reader.parsed("patronymic", patronymicField, false);
  return familyName === null || givenName === null ? null : { familyName, givenName, patronymic };
}

/** Kind, number and date together, or none of them: the act may follow the appointment. */
function actOf(reader: DirectoryRow, words: Vocabulary): ActWish | null {
  const fields = ["actKind", "actNumber", "actDate"] as const;
  if (fields.every((field) => reader.text(field) === "")) return null;
  const kind = reader.choice("actKind", words.actKinds, true) as ActWish["kind"] | null;
  const number = reader.parsed("actNumber", lineField(1, structureLimits.actNumber), true);
  const date = reader.day("actDate");
  if (reader.text("actDate") === "") reader.refuse("actDate", "required");
  return kind === null || number === null || date === null ? null : { kind, number, date };
}
