import { canSomewhere } from "@/access/policy";
import type { Actor } from "@/access/actor";
import { policies } from "@/access/rules/all";

export type WorkPlace = "desk" | "queue" | "organisation" | "people" | "hotline" | "indicators" | "targets" | "nominations" | "council" | "structure" | "setup" | "admin" | "my" | "messages";

/** Where each place is, and the right that opens it: a menu never leads to a refusal. In the order of a working day. */
const places: readonly { readonly place: WorkPlace; readonly href: string; readonly opens: (actor: Actor) => boolean }[] = [
  { place: "desk", href: "/desk", opens: (actor) => actor.posts.length > 0 },
  { place: "queue", href: "/desk/queue", opens: (actor) => canSomewhere(policies.initiative, actor, "note") },
  { place: "hotline", href: "/desk/hotline", opens: (actor) => canSomewhere(policies.ticket, actor, "takeCall") || canSomewhere(policies.ticket, actor, "note") },
  { place: "people", href: "/desk/people", opens: (actor) => canSomewhere(policies.person, actor, "registerAtDesk") },
  { place: "organisation", href: "/desk/organisation", opens: (actor) => canSomewhere(policies.indicator, actor, "readOrganisation") },
  { place: "council", href: "/council", opens: (actor) => canSomewhere(policies.indicator, actor, "compare") },
  { place: "indicators", href: "/desk/indicators", opens: (actor) => canSomewhere(policies.indicator, actor, "read") && !canSomewhere(policies.indicator, actor, "compare") },
  { place: "targets", href: "/desk/targets", opens: (actor) => canSomewhere(policies.target, actor, "set") },
  { place: "nominations", href: "/desk/nominations", opens: (actor) => canSomewhere(policies.initiative, actor, "answerNomination") || canSomewhere(policies.initiative, actor, "nominate") },
  { place: "structure", href: "/desk/structure", opens: (actor) => canSomewhere(policies.unit, actor, "readStaff") && !canSomewhere(policies.unit, actor, "importBoundary") },
  { place: "setup", href: "/desk/setup", opens: (actor) => canSomewhere(policies.participation, actor, "setUp") },
  { place: "admin", href: "/admin", opens: (actor) => canSomewhere(policies.unit, actor, "importBoundary") },
  { place: "my", href: "/my", opens: (actor) => actor.personId !== null },
  { place: "messages", href: "/messages", opens: (actor) => actor.personId !== null },
];

export function placesOf(actor: Actor): readonly { readonly place: WorkPlace; readonly href: string }[] {
  return places.filter(({ opens }) => opens(actor)).map(({ place, href }) => ({ place, href }));
}
