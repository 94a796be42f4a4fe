import { canSomewhere } from "@/access/policy";
import type { Actor } from "@/access/actor";
import { policies } from "@/access/rules/all";
import type { callApi } from "@/api/call";
import type { Tone } from "@/ui/page/tag";

type Api = Awaited<ReturnType<typeof callApi>>;

export type WaitingKind =
  | "overdue" | "today" | "proposals" | "toConsider" | "withAuthors"
  | "calls" | "callsOverdue" | "callsMine"
  | "toNominate" | "nominatedToUs" | "toSettle" | "toModerate"
  | "checkpoints" | "gaps" | "missed" | "remarks" | "late"
  | "messages" | "clarifications" | "drafts";

/** One line of «Ждёт вас»: how many of what, how urgent, and the list behind it. */
export interface Waiting {
  readonly kind: WaitingKind;
  readonly count: number;
  readonly tone: Tone;
  readonly href: string;
}

/** What each part of the platform has for this person today, the urgent first. In: who, and the door to the procedures. */
export async function waitingFor(actor: Actor, api: Api): Promise<readonly Waiting[]> {
  const parts = await Promise.all([queue(actor, api), hotline(actor, api), nominations(actor, api), settling(actor, api), moderation(actor, api), checkpoints(actor, api), gaps(actor, api), missed(actor, api), remarks(actor, api), late(actor, api), own(api)]);
  return parts.flat().filter(({ count }) => count > 0).toSorted((a, b) => urgency[a.tone] - urgency[b.tone]);
}

const urgency: Readonly<Record<Tone, number>> = { late: 0, soon: 1, asks: 2, neutral: 3, done: 4 };

async function queue(actor: Actor, api: Api): Promise<readonly Waiting[]> {
  if (!canSomewhere(policies.initiative, actor, "note")) return [];
  const counts = await api.considering.counts();
  const decides = canSomewhere(policies.initiative, actor, "decide");
  return [
    { kind: "overdue", count: counts.overdue, tone: "late", href: "/desk/queue?filter=overdue" },
    { kind: "today", count: counts.today, tone: "soon", href: "/desk/queue?filter=today" },
    { kind: "proposals", count: decides ? counts.proposal : 0, tone: "asks", href: "/desk/queue?filter=proposal" },
    { kind: "toConsider", count: counts.all, tone: "neutral", href: "/desk/queue" },
    { kind: "withAuthors", count: counts.clarification, tone: "neutral", href: "/desk/queue?filter=clarification" },
  ];
}

async function hotline(actor: Actor, api: Api): Promise<readonly Waiting[]> {
  if (!canSomewhere(policies.ticket, actor, "note")) return [];
  const counts = await api.hotline.counts();
  return [
    { kind: "callsOverdue", count: counts.overdue, tone: "late", href: "/desk/hotline?filter=overdue" },
    { kind: "callsMine", count: counts.mine, tone: "asks", href: "/desk/hotline?filter=mine" },
    { kind: "calls", count: counts.new, tone: "asks", href: "/desk/hotline" },
  ];
}

async function nominations(actor: Actor, api: Api): Promise<readonly Waiting[]> {
  if (!canSomewhere(policies.initiative, actor, "nominate") && !canSomewhere(policies.initiative, actor, "answerNomination")) return [];
  const { up, in: received } = await api.considering.nominationCounts();
  return [
    { kind: "nominatedToUs", count: received.waiting, tone: "asks", href: "/desk/nominations?side=in" },
    { kind: "toNominate", count: up.waiting, tone: "neutral", href: "/desk/nominations?side=up" },
  ];
}

async function settling(actor: Actor, api: Api): Promise<readonly Waiting[]> {
  const rights = ["answerOffer", "arbitrate", "answerObjection"] as const;
  if (!rights.some((right) => canSomewhere(policies.initiative, actor, right))) return [];
  return [{ kind: "toSettle", count: (await api.considering.settling({ limit: 1 })).count, tone: "soon", href: "/desk/nominations" }];
}

async function moderation(actor: Actor, api: Api): Promise<readonly Waiting[]> {
  if (!canSomewhere(policies.initiative, actor, "moderate")) return [];
  return [{ kind: "toModerate", count: await api.considering.moderationCount(), tone: "asks", href: "/desk/moderation" }];
}

const municipalitiesOf = (actor: Actor) => [...new Set(actor.posts.flatMap(({ municipalityId }) => municipalityId ?? []))];

/** Checkpoints whose hour has come and whose figures nobody has approved. */
async function checkpoints(actor: Actor, api: Api): Promise<readonly Waiting[]> {
  if (!canSomewhere(policies.checkpoint, actor, "approve") && !canSomewhere(policies.checkpoint, actor, "recordPaperApproval")) return [];
  const lists = await Promise.all(municipalitiesOf(actor).map(async (municipalityId) => await api.checkpoint.list({ municipalityId })));
  const waiting = lists.filter(({ abilities }) => abilities.approve || abilities.recordPaperApproval).flatMap((list) => list.checkpoints.filter(({ figures }) => figures !== null && figures.approvedAt === null));
  return [{ kind: "checkpoints", count: waiting.length, tone: "asks", href: "/desk/targets" }];
}

/** What is missing in the municipality's groups and this person may mend. */
async function gaps(actor: Actor, api: Api): Promise<readonly Waiting[]> {
  if (!canSomewhere(policies.participation, actor, "setUp")) return [];
  const charts = await Promise.all(municipalitiesOf(actor).map(async (municipalityId) => await api.structure.chart({ municipalityId })));
  return [{ kind: "gaps", count: charts.flatMap((chart) => chart.gaps.filter(({ mayMend }) => mayMend)).length, tone: "neutral", href: "/desk/structure" }];
}

/** What went up to somebody above the group and the hotline; these see their own overdue ones in their queues. */
async function missed(actor: Actor, api: Api): Promise<readonly Waiting[]> {
  if (!canSomewhere(policies.missedTerm, actor, "read") || canSomewhere(policies.initiative, actor, "note") || canSomewhere(policies.ticket, actor, "note")) return [];
  return [{ kind: "missed", count: await api.regulation.missed.count(), tone: "late", href: "/desk/missed" }];
}

/** What readers say of the municipality's initiatives. */
async function remarks(actor: Actor, api: Api): Promise<readonly Waiting[]> {
  if (!canSomewhere(policies.remark, actor, "read")) return [];
  return [{ kind: "remarks", count: await api.remark.count(), tone: "asks", href: "/desk/remarks" }];
}

/** What was taken down in time and came after the collection. */
async function late(actor: Actor, api: Api): Promise<readonly Waiting[]> {
  if (!canSomewhere(policies.lateSheet, actor, "read")) return [];
  return [{ kind: "late", count: await api.lateSheet.count(), tone: "asks", href: "/desk/late" }];
}

async function own(api: Api): Promise<readonly Waiting[]> {
  const [mine, drafts, unread] = await Promise.all([api.initiative.mine({}), api.draft.list(), api.messages.unread()]);
  return [
    { kind: "messages", count: unread, tone: "neutral", href: "/messages" },
    { kind: "clarifications", count: mine.rows.filter(({ status }) => status === "clarification").length, tone: "asks", href: "/my" },
    { kind: "drafts", count: drafts.length, tone: "neutral", href: "/my" },
  ];
}
