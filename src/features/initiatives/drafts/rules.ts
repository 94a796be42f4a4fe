import { fieldIssues, type FieldIssue } from "@/shared/errors/field-issues";
import { parsePoint } from "@/shared/text/point";
import { initiativeFields, type DraftContent, type InitiativeFields } from "../schema";

export type CheckedDraft = { readonly ok: true; readonly fields: InitiativeFields } | { readonly ok: false; readonly issues: readonly FieldIssue[] };

/** Is it ready to be submitted? Out: cleaned fields, or what is missing, field by field. The same on the device and on the server. */
export function checkDraft(content: DraftContent): CheckedDraft {
  const point = parsePoint(content.point);
  const typed = { ...content, placeText: content.placeText.trim() === "" ? null : content.placeText, latitude: point?.latitude ?? null, longitude: point?.longitude ?? null };
  const parsed = initiativeFields.safeParse(typed);
  const own = content.point.trim() !== "" && point === null ? [{ path: "point", key: "field.point" as const, params: {} }] : [];
  if (parsed.success && own.length === 0) return { ok: true, fields: parsed.data };
  return { ok: false, issues: [...(parsed.success ? [] : fieldIssues(parsed.error)), ...own] };
}

export const draftSteps = ["what", "where", "check"] as const;
export type DraftStep = (typeof draftSteps)[number];

/** Which step asks for a field. */
export const fieldsOfStep: Readonly<Record<Exclude<DraftStep, "check">, readonly (keyof DraftContent)[]>> = {
  what: ["title", "essence", "expectedResult", "keyQuestionId"],
  where: ["municipalityId", "directionId", "placeText", "point", "organisationId", "fromOrganisation", "hiddenFromOrganisation", "initiatorKind", "collective", "isAppeal"],
};

export function stepOfField(field: string): Exclude<DraftStep, "check"> {
  return (fieldsOfStep.what as readonly string[]).includes(field) ? "what" : "where";
}

/** Has anything been typed that would be a loss? Chosen places are no loss: a poster or the registration fills them in. */
export function isUntouched(content: DraftContent): boolean {
  return [content.title, content.essence, content.expectedResult, content.placeText].every((text) => text.trim() === "");
}
