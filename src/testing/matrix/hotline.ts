import { newId } from "@/shared/ids/id";
import { acting, alone, everyone, general, row, withAccount, type Row, type Rows } from "./table";

const group = "workingGroupMember workingGroupSecretary workingGroupLead";
const answering = "operator workingGroupSecretary workingGroupLead";

/** Who reads a question: who asked, the hotline, the group that it was handed to. Leaders see figures. */
const readers = { own: `person operator ${group}`, gone: `person operator ${group}`, sibling: "operator" };
const on = (who: string, more: object = {}): Row =>
  row("ticket", ({ id }) => ({ ticketId: id, version: 1, key: newId(), ...more }), acting(readers, { own: who, gone: who, sibling: who.includes("operator") ? "operator" : "" }));
const text = "Достаточно длинный текст, чтобы его приняли";
const places = { own: everyone, child: everyone, neighbour: everyone, far: everyone };

export const hotline: Rows = {
  "hotline.whoHelps": row("municipality", ({ id }) => ({ municipalityId: id }), places, { open: true }),
  // where no marathon is held the form says so: an objection, not a refusal
  "hotline.ask": row("municipality", ({ id }) => ({ municipalityId: id, subject: "Как подать", question: text, name: "Мария", phone: "+79120000000", email: "", key: newId() }), { own: alone, child: alone, neighbour: alone, far: alone, parent: alone, gone: alone, absent: alone }, { open: true }),
  "hotline.own": general(withAccount, () => ({})),
  "hotline.ownTicket": row("ticket", ({ id }) => ({ ticketId: id }), { own: "person", gone: "person" }),
  "hotline.reply": on("person", { text }),
  "hotline.reopen": on("person operator", { text }),
  "hotline.queue": general(`operator ${group}`, () => ({ filter: "all" }), { otherwise: 403 }),
  "hotline.counts": general(`operator ${group}`, undefined, { otherwise: 403 }),
  "hotline.desk": general(`operator ${group}`, undefined, { otherwise: 403 }),
  "hotline.record": row("ticket", ({ id }) => ({ ticketId: id }), acting(readers, { own: `operator ${group}`, gone: `operator ${group}`, sibling: "operator" })),
  "hotline.asker": row("ticket", ({ id }) => ({ ticketId: id }), acting(readers, { own: answering, gone: answering, sibling: "operator" })),
  "hotline.earlier": general(withAccount, () => ({ phone: "+79120000000" })),
  "hotline.figures": row("municipality", ({ id }) => ({ municipalityId: id }), { own: "head responsiblePerson" }),
  "hotline.takeCall": row("hotline", ({ id }) => ({ hotlineId: id, channel: "phone", subject: "", question: text, name: "", phone: "", answer: "", toQueue: true, key: newId() }), { own: "operator" }),
  "hotline.claim": on("operator"),
  "hotline.takeOver": on("operator"),
  "hotline.release": on("operator"),
  "hotline.clarify": on(answering, { text }),
  "hotline.recordReply": on(answering, { text }),
  "hotline.answer": on(answering, { text }),
  "hotline.note": on(`operator ${group}`, { text }),
  "hotline.close": on("operator", { reason: text }),
  "hotline.handUp": row("ticket", ({ id }, { groupId }) => ({ ticketId: id, version: 1, key: newId(), groupId, text }), acting(readers, { own: "operator", gone: "operator", sibling: "operator" })),
  "hotline.handBack": on(answering, { text }),
};
