import type { Prisma, Ticket } from "@/platform/db/client/client";
import { makeBody } from "./make-marathon";
import { factoryNow, newId, nextNumber, type Db } from "./sequence";

type Overrides = Partial<Prisma.TicketUncheckedCreateInput> & { marathonId: string; municipalityId: string };

/** An open question from the web to the municipality's hotline, which is formed when there is none. */
export async function makeTicket(db: Db, overrides: Overrides): Promise<Ticket> {
  const { marathonId, municipalityId } = overrides;
  const hotlineId = overrides.hotlineId ?? (await hotlineOf(db, marathonId, municipalityId));
  const createdAt = overrides.createdAt ? new Date(overrides.createdAt) : factoryNow;
  const hours = (count: number) => new Date(createdAt.getTime() + count * 3_600_000);
  const ticket = await db.ticket.create({
    data: {
      id: newId(), channel: "web", subject: `Вопрос № ${nextNumber()}`, question: "Как подать инициативу от нашего двора?", status: "open",
      callerName: "Мария", createdAt, updatedAt: createdAt, firstResponseDueAt: hours(4), resolutionDueAt: hours(72), ...overrides, hotlineId,
    },
  });
  await db.ticketMessage.create({ data: { id: newId(), ticketId: ticket.id, kind: "question", text: ticket.question, byId: ticket.personId, at: createdAt } });
  return ticket;
}

async function hotlineOf(db: Db, marathonId: string, municipalityId: string): Promise<string> {
  const standing = await db.body.findFirst({ where: { marathonId, municipalityId, kind: "hotline" } });
  return (standing ?? (await makeBody(db, { marathonId, municipalityId, kind: "hotline", name: "Горячая линия" }))).id;
}
