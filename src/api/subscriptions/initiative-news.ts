import { lifecycle, type LifecycleAction, type Told } from "@/features/initiatives/lifecycle";
import { publicNumber } from "@/features/initiatives/rules";
import type { NotificationKind } from "@/features/messages/schema";
import { findAtUnit, findAuthors, findClerks, findInitiative, findObjectionTier, notify } from "@/features/messages/server/service";
import type { Db } from "@/platform/db/client";

/** The words for whom the table of the lifecycle tells of a step (features/initiatives/lifecycle.ts). */
export const newsKinds = {
  publish: { authors: "initiativePublished" },
  returnToAuthor: { authors: "initiativeReturned" },
  resubmit: { moderators: "initiativeResubmitted" },
  accept: { authors: "initiativeAccepted" },
  clarify: { authors: "clarificationAsked" },
  answerClarification: { considering: "clarificationAnswered" },
  goOn: { authors: "wentOnWithoutAnswer" },
  decide: { authors: "initiativeDecided", supporters: "supportedDecided" },
  redirect: { authors: "initiativeRedirected", considering: "redirectedHere" },
  offer: { offered: "offerReceived" },
  recallOffer: { offered: "offerRecalled" },
  acceptOffer: { authors: "initiativeRedirected", considering: "redirectedHere" },
  returnOffer: { considering: "offerReturned" },
  dispute: { arbiter: "arbiterAsked" },
  keepHere: { considering: "stayedHere" },
  escalate: { arbiter: "arbiterAsked" },
  impose: { authors: "initiativeRedirected", considering: "redirectedHere" },
  nominate: { authors: "initiativeNominated", handedTo: "nominationReceived" },
  answerNomination: { authors: "nominationAnswered", considering: "nominatedAnswered", way: "putForwardAnswered" },
  object: { objection: "objectionReceived", considering: "objectionMade" },
  raiseObjection: { authors: "objectionRaised", objection: "objectionReceived", considering: "objectionRaisedFurther" },
  answerObjection: { authors: "objectionAnswered", considering: "objectionSettled", supporters: "supportedDecided" },
  carryOut: { authors: "initiativeCarriedOut", supporters: "supportedCarriedOut" },
  withdraw: { considering: "initiativeWithdrawn", supporters: "supportedWithdrawn" },
  remind: { authors: "initiativeReminded" },
  lapse: { authors: "initiativeLapsed" },
  bringBack: { moderators: "appealBroughtBack" },
  merge: { authors: "initiativeMerged", joined: "initiativeJoined", supporters: "supportedMerged" },
  split: { authors: "initiativeSplit" },
} as const satisfies Readonly<Record<LifecycleAction, Readonly<Partial<Record<Told, NotificationKind>>>>>;

interface Step {
  readonly initiativeId: string;
  readonly eventId: string;
  readonly authorId: string | null;
  readonly action: LifecycleAction;
  readonly to: string;
}

interface Addressed {
  readonly personId: string;
  readonly href: string;
}

/** Tells everybody whom the table names, but for its readers (./readers.ts) and the one who took the step; each once, however often the event is delivered. */
export async function tellOfStep(db: Db, { initiativeId, eventId, authorId, action, to }: Step, { at, actorId }: { readonly at: Date; readonly actorId: string | null }): Promise<void> {
  const found = await findInitiative(db, initiativeId, eventId, at);
  const row = lifecycle.find((one) => one.action === action);
  if (!found || !row) return;
  const due = action === "clarify" || action === "returnToAuthor" || action === "remind" ? found.authorDueAt : found.dueAt;
  const status = action === "clarify" && found.isAppeal ? "appeal" : to;
  const params = { number: publicNumber(found.slug, found.number), title: found.title, zone: found.zone, status, ...(found.said ? { text: found.said } : {}), ...(due ? { due: due.toISOString() } : {}) };
  const kinds: Readonly<Partial<Record<Told, NotificationKind>>> = newsKinds[action];
  for (const told of row.tells) {
    const kind = kinds[told];
    if (!kind || told === "supporters") continue;
    const about = told === "joined" ? await ofJoined() : params;
    // what the author said to the group alone stands in no letter
    const { text: _said, ...withoutWords } = about;
    for (const { personId, href } of await addressees(told)) {
      if (personId === actorId) continue;
      await notify(db, { personId, kind, params: told === "authors" || kind === "offerReturned" ? about : withoutWords, href, dedupeKey: `${kind}:${eventId}:${personId}`, at });
    }
  }

  /** The words of the one that it went into: to its authors that one is known. */
  async function ofJoined(): Promise<typeof params> {
    const into = found?.mergedIntoId ? await findInitiative(db, found.mergedIntoId, null, at) : null;
    return into ? { number: publicNumber(into.slug, into.number), title: into.title, zone: into.zone, status: to } : params;
  }

  async function addressees(told: Exclude<Told, "supporters">): Promise<readonly Addressed[]> {
    const { number, municipalityId, consideringId, assigneeId, handedToId, wayIds, coAuthorIds, mergedIntoId, mergedInto, offeredToId, arbiterId, objectionAtId } = found!;
    const all = (ids: readonly string[], href: string): Addressed[] => ids.map((personId) => ({ personId, href }));
    const page = `/desk/nominations/${initiativeId}`;
    switch (told) {
      case "authors":
        return [...all([...(authorId === null ? [] : [authorId]), ...coAuthorIds], `/my/${number}`), ...all((await findAuthors(db, initiativeId)).filter((id) => id !== authorId && !coAuthorIds.includes(id)), `/initiatives/${number}`)];
      case "joined":
        return mergedIntoId === null ? [] : all((await findAuthors(db, mergedIntoId)).filter((id) => id !== authorId), `/initiatives/${mergedInto}`);
      case "moderators":
        return all(await findAtUnit(db, municipalityId, at, ["moderator"]), `/desk/moderation#${initiativeId}`);
      case "considering":
        return all(assigneeId !== null ? [assigneeId] : consideringId === null ? [] : await findClerks(db, consideringId, at), `/desk/queue/${initiativeId}`);
      case "handedTo":
        return handedToId === null ? [] : all(await findAtUnit(db, handedToId, at), page);
      case "way":
        return (await Promise.all(wayIds.map(async (unitId) => all(await findAtUnit(db, unitId, at), page)))).flat();
      case "offered":
        return offeredToId === null ? [] : all(await findAtUnit(db, offeredToId, at), action === "recallOffer" ? `/desk/nominations#${initiativeId}` : page);
      case "arbiter":
        return arbiterId === null ? [] : all(await findAtUnit(db, arbiterId, at), page);
      case "objection":
        return objectionAtId === null ? [] : all(await findObjectionTier(db, objectionAtId, at), page);
    }
  }
}
