import { allowedTo, type Allowed } from "@/access/explain";
import accessEn from "@/access/messages/en.json" with { type: "json" };
import accessRu from "@/access/messages/ru.json" with { type: "json" };
import { roles } from "@/access/roles";
import { lastDayOf, plainDateIn } from "@/shared/dates/zone";
import type { Locale } from "@/shared/text/locale";
import en from "../messages/en.json" with { type: "json" };
import ru from "../messages/ru.json" with { type: "json" };
import type * as z from "zod";
import type { Right, rightsTablesOutput } from "./schema";

type Words = Readonly<Record<string, string>>;
const words = { ru: { access: accessRu.access, structure: ru }, en: { access: accessEn.access, structure: en } } as const;

/** «Инициатива: видеть, видеть автора (в своём муниципалитете)» */
export function sentenceOf({ noun, actions, through, onlyRoles, butHidden, onlyTogether }: Allowed, locale: Locale): string {
  const { nouns, actions: acts, scopes, roles: names, explain } = words[locale].access as unknown as Record<"nouns" | "actions" | "scopes" | "roles" | "explain", Words>;
  const list = (keys: readonly string[], of: Words) => keys.map((key) => of[key] ?? key).join(", ");
  const said = (explain.line ?? "").replace("{noun}", nouns[noun] ?? noun).replace("{actions}", list(actions, acts)).replace("{where}", scopes[through] ?? through);
  return [said, onlyRoles.length > 0 ? (explain.onlyRoles ?? "").replace("{roles}", list(onlyRoles, names)) : "", butHidden ? explain.butHidden : "", onlyTogether ? explain.onlyTogether : ""].filter(Boolean).join(", ");
}

/** A row a right; then a row a role with all that it lets do. */
export function rightsTable(rights: readonly Right[], locale: Locale, now: Date): z.infer<typeof rightsTablesOutput> {
  const { access, structure } = words[locale];
  const t = structure.rights;
  const text = (header: string, width: number) => ({ header, kind: "text" as const, width });
  const day = (header: string) => ({ header, kind: "date" as const, width: 12 });
  const rows = rights.map((one) => [
    one.name, access.roles[one.role] + (one.isSubstitute ? ` (${t.substitute})` : ""), one.where, one.municipality, plainDateIn(one.timeZone, one.startsAt), one.endsAt === null ? null : lastDayOf(one.timeZone, one.endsAt),
    one.act.kind === null ? null : structure.act.kinds[one.act.kind], one.act.number, one.act.date, one.appointedBy, one.seesPersonalData ? t.yes : t.no, one.inherits.join(", ") || null,
  ]);
  const held = roles.filter((role) => rights.some((one) => one.role === role));
  return {
    fileName: `rights-${plainDateIn("Europe/Moscow", now)}`,
    tables: [
      { name: t.title, columns: [text(t.name, 36), text(t.role, 32), text(t.where, 36), text(t.municipality, 28), day(t.since), day(t.until), text(t.actKind, 14), text(t.actNumber, 14), day(t.actDate), text(t.appointedBy, 32), text(t.personal, 20), text(t.inherits, 32)], rows },
      { name: t.lets, columns: [text(t.role, 32), text(t.lets, 100)], rows: held.flatMap((role) => allowedTo(role).map((one) => [access.roles[role], sentenceOf(one, locale)])) },
    ],
  };
}
