import { wordsOfLateSheet } from "@/features/initiatives/late/server/service";
import { draftReworded, initiativeRemarked, lateSheetSettled } from "@/features/initiatives/events";
import { wordsOfRemark } from "@/features/initiatives/remarks/server/service";
import { publicNumber } from "@/features/initiatives/rules";
import { findInitiative, notify } from "@/features/messages/server/service";
import { subscribeAfter } from "@/platform/events/event";

/** Another wording and a question reach the author, its answer whoever asked, what was decided of a late sheet its author and who helped; a report is thanked for at once and told of no further. */
export function registerRemarks(): void {
  subscribeAfter(draftReworded, "remarks", async (db, { draftId, authorId }, { at }) => {
    await notify(db, { personId: authorId, kind: "draftReworded", params: {}, href: `/new/wording/${draftId}`, dedupeKey: `draftReworded:${draftId}:${at.toISOString()}`, at });
  });
  // of one that was let in the author is told as of any that is submitted
  subscribeAfter(lateSheetSettled, "remarks", async (db, { id, authorId, helperId, number }, { at, actorId }) => {
    const [words, found] = [await wordsOfLateSheet(db, id), number === null ? null : await findInitiative(db, id, null, at)];
    const tellOf = async (personId: string | null, href: string) => {
      if (personId === null || personId === actorId) return;
      if (number === null) await notify(db, { personId, kind: "lateSheetDeclined", params: { title: words?.title ?? "", text: words?.reason ?? "" }, href, dedupeKey: `lateSheetDeclined:${id}:${personId}`, at });
      else if (found) await notify(db, { personId, kind: "lateSheetLetIn", params: { number: publicNumber(found.slug, found.number), title: found.title }, href, dedupeKey: `lateSheetLetIn:${id}`, at });
    };
    await tellOf(helperId, number === null ? "/desk/people" : `/my/${number}`);
    if (number === null) await tellOf(authorId, "/my");
  });
  subscribeAfter(initiativeRemarked, "remarks", async (db, { initiativeId, number, remarkId, action, byId, authorId }, { at }) => {
    if (remarkId === null) return;
    const [found, said] = [await findInitiative(db, initiativeId, null, at), await wordsOfRemark(db, remarkId)];
    if (!found || !said) return;
    const telling = (kind: "questionToAuthor" | "questionAnswered" | "questionRefused", personId: string, href: string, text: string | null) => ({
      personId, kind, href, params: { number, title: found.title, ...(text ? { text } : {}) }, dedupeKey: `${kind}:${remarkId}`, at,
    });
    if (action === "pass" && authorId !== null) await notify(db, telling("questionToAuthor", authorId, `/my/${number}#questions`, said.text));
    if (action === "publish" && byId !== null) await notify(db, telling("questionAnswered", byId, `/initiatives/${number}#questions`, said.answer));
    if ((action === "refuse" || action === "decline") && byId !== null) await notify(db, telling("questionRefused", byId, `/initiatives/${number}`, said.remark));
  });
}
