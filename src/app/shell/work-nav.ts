import { canSomewhere } from "@/access/policy";
import type { Actor } from "@/access/actor";
import { policies } from "@/access/rules/all";

export type WorkPlace = "desk" | "queue" | "organisation" | "people" | "duplicates" | "hotline" | "indicators" | "targets" | "moderation" | "nominations" | "council" | "structure" | "regulation" | "missed" | "wording" | "remarks" | "late" | "keyQuestions" | "setup" | "admin" | "my" | "messages";

/** Their own account and letters: not before a demanded second factor is set up, nor while somebody else sits beside. */
export function hasOwnPages(actor: Actor): boolean {
  return actor.personId !== null && !actor.lacksSecondFactor && !actor.assisting;
}

/** Where each place is, and the right that opens it: a menu never leads to a refusal. In the order of a working day. */
const places: readonly { readonly place: WorkPlace; readonly href: string; readonly opens: (actor: Actor) => boolean }[] = [
  { place: "desk", href: "/desk", opens: (actor) => actor.posts.length > 0 && !actor.assisting },
  { place: "queue", href: "/desk/queue", opens: (actor) => canSomewhere(policies.initiative, actor, "note") },
  { place: "hotline", href: "/desk/hotline", opens: (actor) => canSomewhere(policies.ticket, actor, "takeCall") || canSomewhere(policies.ticket, actor, "note") },
  { place: "people", href: "/desk/people", opens: (actor) => canSomewhere(policies.person, actor, "registerAtDesk") },
  { place: "duplicates", href: "/desk/duplicates", opens: (actor) => canSomewhere(policies.person, actor, "merge") },
  { place: "organisation", href: "/desk/organisation", opens: (actor) => canSomewhere(policies.indicator, actor, "readOrganisation") || canSomewhere(policies.person, actor, "registerAtDesk") },
  { place: "council", href: "/council", opens: (actor) => canSomewhere(policies.indicator, actor, "compare") },
  { place: "indicators", href: "/desk/indicators", opens: (actor) => canSomewhere(policies.indicator, actor, "read") && !canSomewhere(policies.indicator, actor, "compare") },
  { place: "targets", href: "/desk/targets", opens: (actor) => canSomewhere(policies.target, actor, "set") },
  { place: "moderation", href: "/desk/moderation", opens: (actor) => canSomewhere(policies.initiative, actor, "moderate") },
  { place: "nominations", href: "/desk/nominations", opens: (actor) => ["answerNomination", "nominate", "answerOffer", "arbitrate", "answerObjection"].some((right) => canSomewhere(policies.initiative, actor, right as "nominate")) },
  { place: "structure", href: "/desk/structure", opens: (actor) => canSomewhere(policies.unit, actor, "readStaff") && !canSomewhere(policies.unit, actor, "importBoundary") },
  { place: "missed", href: "/desk/missed", opens: (actor) => canSomewhere(policies.missedTerm, actor, "read") },
  { place: "wording", href: "/desk/wording", opens: (actor) => canSomewhere(policies.wording, actor, "takeUp") },
  { place: "remarks", href: "/desk/remarks", opens: (actor) => canSomewhere(policies.remark, actor, "read") },
  { place: "late", href: "/desk/late", opens: (actor) => canSomewhere(policies.lateSheet, actor, "read") },
  { place: "keyQuestions", href: "/desk/key-questions", opens: (actor) => canSomewhere(policies.keyQuestion, actor, "publish") },
  { place: "regulation", href: "/desk/regulation", opens: (actor) => canSomewhere(policies.regulation, actor, "tighten") || canSomewhere(policies.target, actor, "set") },
  { place: "setup", href: "/desk/setup", opens: (actor) => canSomewhere(policies.participation, actor, "setUp") },
  { place: "admin", href: "/admin", opens: (actor) => canSomewhere(policies.unit, actor, "importBoundary") },
  { place: "my", href: "/my", opens: hasOwnPages },
  { place: "messages", href: "/messages", opens: hasOwnPages },
];

export function mayOpen(actor: Actor, wanted: WorkPlace): boolean {
  return places.some(({ place, opens }) => place === wanted && opens(actor));
}

/** Opened once in a while: from the first page of the day, where what waits leads there too; the menu keeps to one line. */
const rare: ReadonlySet<WorkPlace> = new Set(["duplicates", "missed", "wording", "remarks", "late", "keyQuestions", "regulation", "setup"]);

/** The menu of every page. */
export function menuOf(actor: Actor): readonly { readonly place: WorkPlace; readonly href: string }[] {
  return placesOf(actor).filter(({ place }) => !rare.has(place));
}

export function placesOf(actor: Actor): readonly { readonly place: WorkPlace; readonly href: string }[] {
  return places.filter(({ opens }) => opens(actor)).map(({ place, href }) => ({ place, href }));
}
