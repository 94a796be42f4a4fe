import { registerOnTripInput } from "@/features/people/trips/schema";
import { standingOf } from "@/features/people/age/rules";
import { birthDateFieldOrNone } from "@/features/people/age/schema";
import type { PlainDate } from "@/shared/dates/plain-date";
import { fieldIssues, type FieldIssue } from "@/shared/errors/field-issues";
import { checkDraft } from "../drafts/rules";
import { draftContent, type DraftContent } from "../schema";
import type { SealedTrip, TripRecord, TypedInitiative } from "./schema";

const emptyPerson = { familyName: "", givenName: "", patronymic: "", phone: "", birthDate: "", representativeName: "", representativeCase: "", worksHere: false, signedOnPaper: false, paperCase: "" } as const;

/** Nobody yet. In: ids made on the device, the slip that is theirs, and in which file the sheets of the day are kept. */
export function newRecord(id: string, initiativeId: string, code: string | null, paperCase: string): TripRecord {
  return { id, person: { ...emptyPerson, paperCase }, code, initiatives: [newInitiative(initiativeId)], isComplete: false, personId: null, isAnother: false, double: null, refused: null };
}

export function newInitiative(id: string): TypedInitiative {
  return { id, title: "", essence: "", expectedResult: "", placeText: "", directionId: "", initiatorKind: "", refused: null };
}

export function contentOf({ id: _id, refused: _refused, directionId, initiatorKind, ...words }: TypedInitiative, trip: SealedTrip, worksHere: boolean): DraftContent {
  return draftContent.parse({ ...words, directionId: directionId || null, initiatorKind: initiatorKind || null, municipalityId: trip.municipalityId, organisationId: worksHere ? trip.unitId : null });
}

/** What is missing, by field: «person.familyName», «0.title». The server asks by the same schemas. */
export function missingIn({ id, person, code, initiatives, isAnother }: TripRecord, trip: SealedTrip, today: PlainDate): FieldIssue[] {
  const registered = registerOnTripInput.safeParse({ ...person, id, tripId: trip.id, code, isAnother });
  const ofPerson = registered.success ? [] : fieldIssues(registered.error);
  const standing = standingOf(birthDateFieldOrNone.safeParse(person.birthDate).data ?? null, today);
  if (standing === "tooYoung") ofPerson.push({ path: "birthDate", key: "registration.tooYoung" as FieldIssue["key"], params: {} });
  if (standing === "needsRepresentative") for (const path of ["representativeName", "representativeCase"] as const) if (person[path].trim() === "") ofPerson.push({ path, key: "registration.representativeMissing" as FieldIssue["key"], params: {} });
  const ofInitiatives = initiatives.flatMap((one, at) => {
    const checked = checkDraft(contentOf(one, trip, person.worksHere));
    return checked.ok ? [] : checked.issues.map((issue) => ({ ...issue, path: `${at}.${issue.path}` }));
  });
  return [...ofPerson.map((issue) => ({ ...issue, path: `person.${issue.path}` })), ...ofInitiatives];
}

/** May it be sent now? What is unfinished, or waits for the coordinator's word about a double, may not. */
export function isReady({ isComplete, double }: TripRecord): boolean {
  return isComplete && double === null;
}
