import type { Role } from "@/access/roles";
import type { PlainDate } from "@/shared/dates/plain-date";
import { isAboutToEnd, needsAct } from "../rules";
import type { Chart, Gap, Post } from "./schema";

/** Without whether the asker may mend them. */
export type FoundGap = Omit<Gap, "mayMend">;

type Structure = Pick<Chart, "hotline" | "directions" | "posts" | "bodies" | "organisations"> & { readonly place: { readonly timeZone: string }; readonly leftWork: readonly LeftWork[] };

/** Where drafts or questions are in the hands of who works there no more, and whom to appoint so that they go on. */
export interface LeftWork {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

const gap = (kind: FoundGap["kind"], id: string | null, name: string, more: Partial<FoundGap> = {}): FoundGap => ({ kind, id, name, where: null, role: null, at: null, ...more });

/**
 * What is missing, the weightiest first: without a hotline or a group nobody answers, without a coordinator nobody helps,
 * without an act the appointment is only a word. In: the structure, the last day of closing, the instant.
 */
export function gapsOf({ hotline, directions, posts, bodies, organisations, place, leftWork }: Structure, closingEndsOn: PlainDate | null, now: Date): FoundGap[] {
  const groups = bodies.filter(({ kind }) => kind === "workingGroup");
  const held = (list: readonly Post[], ...wanted: readonly Role[]) => list.filter((post) => wanted.includes(post.role));
  const has = (list: readonly Post[], role: Role) => held(list, role).some((post) => post.substitutesId === null);
  const operators = bodies.filter(({ kind }) => kind === "hotline").flatMap((body) => body.posts);
  const everybody = [
    ...posts.map((post) => ({ post, where: null })),
    ...bodies.flatMap((body) => body.posts.map((post) => ({ post, where: body.name }))),
    ...organisations.flatMap((one) => one.posts.map((post) => ({ post, where: one.shortName }))),
  ];
  const ofPost = (kind: FoundGap["kind"], chosen: (post: Post) => boolean) =>
    everybody.filter(({ post }) => chosen(post)).map(({ post, where }) => gap(kind, post.id, post.name, { where, role: post.role, at: post.endsAt }));
  return [
    ...(hotline.phone ? [] : [gap("hotlineWithoutPhone", null, "")]),
    ...(has(operators, "operator") ? (hotline.lacksDuty ? [gap("hotlineWithoutDuty", bodies.find(({ kind }) => kind === "hotline")?.id ?? null, "")] : []) : [gap("hotlineWithoutOperator", null, "")]),
    ...directions.filter(({ groupId }) => groupId === null).map(({ id, name }) => gap("directionWithoutGroup", id, name)),
    ...groups.filter((group) => !has(group.posts, "workingGroupLead")).map(({ id, name }) => gap("groupWithoutLead", id, name)),
    ...groups.filter(({ id }) => !directions.some(({ groupId }) => groupId === id)).map(({ id, name }) => gap("groupWithoutDirection", id, name)),
    ...organisations.filter(({ groupIds }) => groupIds.length === 0).map(({ id, shortName }) => gap("organisationWithoutGroup", id, shortName)),
    ...organisations.filter((one) => !has(one.posts, "coordinator")).map(({ id, shortName }) => gap("organisationWithoutCoordinator", id, shortName)),
    ...leftWork.map(({ id, name, role }) => gap("leftWork", id, name, { role })),
    ...ofPost("aboutToEnd", (post) => post.substitutesId === null && isAboutToEnd(post, closingEndsOn, now, place.timeZone)),
    ...ofPost("notAccepted", ({ isInvited }) => isInvited),
    ...ofPost("coordinatorWithoutBriefing", (post) => post.briefedAt === null && held([post], "coordinator").length > 0),
    ...ofPost("briefingNotAcknowledged", (post) => post.briefedAt !== null && post.acknowledgedAt === null),
    ...ofPost("withoutAct", (post) => needsAct(post.role) && post.act.number === null),
    ...ofPost("withoutScan", (post) => needsAct(post.role) && post.act.number !== null && !post.hasScan),
  ];
}

/** Without these nobody would answer: set-up can't be finished. */
export const blockingGaps = ["hotlineWithoutPhone", "directionWithoutGroup", "groupWithoutLead"] as const satisfies readonly Gap["kind"][];

export function isBlocking({ kind }: Pick<Gap, "kind">): boolean {
  return (blockingGaps as readonly string[]).includes(kind);
}

/** As on an organisation chart: who answers stands first. */
const rank: readonly Role[] = [
  "head", "responsiblePerson", "moderator", "workingGroupLead", "workingGroupSecretary", "workingGroupMember", "coordinationGroupMember", "operator", "coordinator", "executor", "director",
];

/** By role, then by name; a substitute stands after the one stood in for. */
export function inRank<P extends Pick<Post, "role" | "name" | "substitutesId">>(posts: readonly P[]): P[] {
  const collator = new Intl.Collator("ru");
  return posts.toSorted((a, b) => rank.indexOf(a.role) - rank.indexOf(b.role) || Number(a.substitutesId !== null) - Number(b.substitutesId !== null) || collator.compare(a.name, b.name));
}
