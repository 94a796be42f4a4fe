import { draftReworded, initiativeRemarked } from "@/features/initiatives/events";
import { wordsOfRemark } from "@/features/initiatives/remarks/server/service";
import { findInitiative, notify } from "@/features/messages/server/service";
import { subscribeAfter } from "@/platform/events/event";

/** Another wording and a question reach the author, its answer whoever asked; a report is thanked for at once and told of no further. */
export function registerRemarks(): void {
  subscribeAfter(draftReworded, "remarks", async (db, { draftId, authorId }, { at }) => {
    await notify(db, { personId: authorId, kind: "draftReworded", params: {}, href: `/new/wording/${draftId}`, dedupeKey: `draftReworded:${draftId}:${at.toISOString()}`, at });
  });
  subscribeAfter(initiativeRemarked, "remarks", async (db, { initiativeId, number, remarkId, action, byId, authorId }, { at }) => {
    if (remarkId === null) return;
    const [found, said] = [await findInitiative(db, initiativeId, null), await wordsOfRemark(db, remarkId)];
    if (!found || !said) return;
    const telling = (kind: "questionToAuthor" | "questionAnswered" | "questionRefused", personId: string, href: string, text: string | null) => ({
      personId, kind, href, params: { number, title: found.title, ...(text ? { text } : {}) }, dedupeKey: `${kind}:${remarkId}`, at,
    });
    if (action === "pass" && authorId !== null) await notify(db, telling("questionToAuthor", authorId, `/my/${number}#questions`, said.text));
    if (action === "publish" && byId !== null) await notify(db, telling("questionAnswered", byId, `/initiatives/${number}#questions`, said.answer));
    if ((action === "refuse" || action === "decline") && byId !== null) await notify(db, telling("questionRefused", byId, `/initiatives/${number}`, said.remark));
  });
}
