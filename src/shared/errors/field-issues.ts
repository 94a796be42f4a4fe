import type * as z from "zod";
import { isFieldMessageKey, type FieldMessageKey } from "./field-messages";

/** One thing wrong with one field, ready to be translated. */
export interface FieldIssue {
  /** «title», «contacts.0.value»; empty for the whole form. */
  readonly path: string;
  readonly key: FieldMessageKey;
  readonly params: Readonly<Record<string, string | number>>;
}

type Issue = z.ZodError["issues"][number];

/**
 * In: what zod found. Out: message keys with their values, the first issue of each field, in the order of the fields.
 * A schema without keys of its own gets them from the kind of issue, so that no English sentence reaches a person.
 */
export function fieldIssues(error: z.ZodError): FieldIssue[] {
  const seen = new Map<string, FieldIssue>();
  for (const issue of error.issues) {
    const path = issue.path.map(String).join(".");
    if (!seen.has(path)) seen.set(path, { path, ...describe(issue) });
  }
  return [...seen.values()];
}

/** In: what zod found. Out: message key by field path, as `AppError.fields` holds it. */
export function fieldKeys(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(fieldIssues(error).map(({ path, key }) => [path, key]));
}

function describe(issue: Issue): Pick<FieldIssue, "key" | "params"> {
  const params = limits(issue);
  return { key: isFieldMessageKey(issue.message) ? issue.message : keyByKind(issue), params };
}

function limits(issue: Issue): Record<string, string | number> {
  if (issue.code === "too_small") return { min: plain(issue.minimum) };
  if (issue.code === "too_big") return { max: plain(issue.maximum) };
  if (issue.code !== "custom") return {};
  const given = Object.entries(issue.params ?? {});
  return Object.fromEntries(
    given.filter((entry): entry is [string, string | number] => ["string", "number"].includes(typeof entry[1])),
  );
}

/** Limits are shown, not computed with: a bigint may lose digits beyond 2⁵³. */
function plain(limit: number | bigint): number {
  return Number(limit);
}

function keyByKind(issue: Issue): FieldMessageKey {
  const small = issue.code === "too_small";
  if (small || issue.code === "too_big") {
    if (issue.origin === "string") return small ? "field.tooShort" : "field.tooLong";
    if (issue.origin === "array" || issue.origin === "set") return small ? "field.tooFew" : "field.tooMany";
    if (issue.origin === "date") return "field.date";
    if (issue.inclusive === false) return small ? "field.notAbove" : "field.notBelow";
    return small ? "field.tooSmall" : "field.tooBig";
  }
  if (issue.code === "invalid_type") {
    // Zod drops the input from its issues; only its sentence tells an absent value from a wrong one.
    if (/received (?:undefined|null)$/.test(issue.message)) return "field.required";
    if (issue.expected === "number" || issue.expected === "int") return "field.number";
    return issue.expected === "date" ? "field.date" : "field.invalid";
  }
  if (issue.code === "invalid_value") return "field.choice";
  if (issue.code === "invalid_format" && issue.format === "email") return "field.email";
  if (issue.code === "invalid_format" && issue.format === "url") return "field.link";
  return "field.invalid";
}
