import { beforeAll, expect, test } from "vitest";
import { ticketAnswered } from "@/features/hotline/events";
import { initiativeMoved, initiativeSubmitted } from "@/features/initiatives/events";
import { db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { dispatchAll } from "@/platform/events/dispatcher";
import { announce } from "@/platform/events/outbox";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { makeTicket } from "@/testing/factories/make-ticket";
import { factoryNow } from "@/testing/factories/sequence";
import { registerMessages } from "./messages";

useTestDatabase();

const info = { at: factoryNow, actorId: null };
let marathon: Awaited<ReturnType<typeof makeMarathon>>;
let municipalityId: string;
beforeAll(async () => {
  registerMessages();
  ({ id: municipalityId } = await makeMunicipality(db));
  marathon = await makeMarathon(db, { municipalityIds: [municipalityId] });
});

async function initiativeOf(authorId: string, consideredBy: string | null = null) {
  const [direction] = marathon.directions;
  const row = await makeInitiative(db, { marathonId: marathon.id, municipalityId, directionId: direction?.id ?? "", authorId, consideringId: consideredBy });
  const { id: initiativeId, number, marathonId, directionId, originatingId, consideringId, handedToId, helperId } = row;
  return { row, scopes: { initiativeId, number, marathonId, municipalityId, directionId, originatingId, consideringId, handedToId, authorId, helperId } };
}
const told = async (personId: string) => (await db.notification.findMany({ where: { personId }, orderBy: { at: "asc" } })).map(({ kind, href }) => [kind, href]);

test("автор узнаёт, что инициатива получена, один раз, сколько бы раз событие ни доставляли", async () => {
  const author = await makePerson(db);
  const { scopes } = await initiativeOf(author.id);
  await transaction(async (tx) => await announce(tx, initiativeSubmitted, scopes, info));
  await dispatchAll();
  await db.event.updateMany({ data: { dispatchedAt: null } });
  await dispatchAll();
  expect(await told(author.id)).toEqual([["initiativeSubmitted", `/my/${scopes.number}`]]);
  expect(await db.email.count({ where: { toAddress: author.email ?? "" } })).toBe(1);
});

test("вопрос группы приходит автору с его словами, внутренняя запись – никому; ответ автора – секретарю группы, без слов автора", async () => {
  const [author, secretary, lead] = [await makePerson(db), await makePerson(db), await makePerson(db)];
  const body = await makeBody(db, { marathonId: marathon.id, municipalityId });
  await makeAppointment(db, { personId: secretary.id, role: "workingGroupSecretary", bodyId: body.id });
  await makeAppointment(db, { personId: lead.id, role: "workingGroupLead", bodyId: body.id });
  const { scopes } = await initiativeOf(author.id, body.id);
  const say = async (visibility: "author" | "internal", text: string) => (await db.initiativeEvent.create({ data: { id: newId(), initiativeId: scopes.initiativeId, kind: "said", visibility, text, at: factoryNow } })).id;
  const moved = { ...scopes, from: "inConsideration" as const, to: "clarification" as const };
  const asked = await say("author", "Какой дом?");
  const answered = await say("author", "Дом 5, живу в третьей квартире");
  const internal = await say("internal", "Только для группы");
  await transaction(async (tx) => {
    await announce(tx, initiativeMoved, { ...moved, eventId: asked, action: "clarify" }, info);
    await announce(tx, initiativeMoved, { ...moved, eventId: answered, action: "answerClarification", from: "clarification", to: "inConsideration" }, info);
    await announce(tx, initiativeMoved, { ...moved, eventId: internal, action: "decide", to: "notSupported" }, info);
  });
  await dispatchAll();
  const letters = async (email: string | null) => (await db.email.findMany({ where: { toAddress: email ?? "" } })).map(({ text }) => text).join("\n");
  expect(await letters(author.email)).toContain("Какой дом?");
  expect(await letters(author.email)).not.toContain("Только для группы");
  expect(await told(secretary.id)).toEqual([["clarificationAnswered", `/desk/queue/${scopes.initiativeId}`]]);
  expect(await letters(secretary.email)).not.toContain("третьей квартире");
  expect(await told(lead.id)).toEqual([]);
});

test("новость об инициативе приходит тому в группе, у кого она в руках; кто из группы ушёл, её не получает – получает секретарь", async () => {
  const [author, secretary, member] = [await makePerson(db), await makePerson(db), await makePerson(db)];
  const body = await makeBody(db, { marathonId: marathon.id, municipalityId });
  await makeAppointment(db, { personId: secretary.id, role: "workingGroupSecretary", bodyId: body.id });
  const held = await makeAppointment(db, { personId: member.id, role: "workingGroupMember", bodyId: body.id });
  const { scopes } = await initiativeOf(author.id, body.id);
  await db.initiative.update({ where: { id: scopes.initiativeId }, data: { assigneeId: member.id } });
  const answer = async () => {
    const { id: eventId } = await db.initiativeEvent.create({ data: { id: newId(), initiativeId: scopes.initiativeId, kind: "said", visibility: "author", text: "Дом 5", at: factoryNow } });
    await transaction(async (tx) => await announce(tx, initiativeMoved, { ...scopes, eventId, action: "answerClarification", from: "clarification", to: "inConsideration" }, info));
    await dispatchAll();
  };
  const news = ["clarificationAnswered", `/desk/queue/${scopes.initiativeId}`];
  await answer();
  expect([await told(member.id), await told(secretary.id)]).toEqual([[news], []]);
  await db.appointment.update({ where: { id: held.id }, data: { endsAt: factoryNow } });
  await answer();
  expect([await told(member.id), await told(secretary.id)]).toEqual([[news], [news]]);
});

test("ответ горячей линии приходит человеку сообщением, а без учётной записи – письмом на оставленный адрес", async () => {
  const person = await makePerson(db);
  for (const asked of [{ personId: person.id, callerEmail: null }, { personId: null, callerEmail: "caller@example.org" }]) {
    const ticket = await makeTicket(db, { marathonId: marathon.id, municipalityId, ...asked });
    const message = await db.ticketMessage.create({ data: { id: newId(), ticketId: ticket.id, kind: "answer", text: "Приходите в школу № 2.", at: factoryNow } });
    const { id: ticketId, number, marathonId, hotlineId, handedToId, personId, claimedById } = ticket;
    await transaction(async (tx) => await announce(tx, ticketAnswered, { ticketId, number, marathonId, municipalityId, hotlineId, handedToId, personId, claimedById, messageId: message.id }, info));
  }
  await dispatchAll();
  expect((await told(person.id)).map(([kind]) => kind)).toEqual(["ticketAnswered"]);
  const [letter] = await db.email.findMany({ where: { toAddress: "caller@example.org" } });
  expect(letter?.text).toContain("Приходите в школу № 2.");
});
