import type { Appointment, Person, Prisma, Role } from "@/platform/db/client/client";
import { factoryNow, newId, nextNumber, type Db } from "./sequence";

type Overrides = Partial<Prisma.PersonUncheckedCreateInput> & {
  /** null: a person without e-mail */
  email?: string | null;
  /** E.164 */
  phone?: string | null;
  /** was the e-mail confirmed? yes by default */
  confirmed?: boolean;
};

/** A confirmed person with an e-mail, who cannot sign in until `passwordHash` is given. */
export async function makePerson(db: Db, overrides: Overrides = {}): Promise<Person & { email: string | null }> {
  const number = nextNumber();
  const { email = `person${number}@example.org`, phone = null, confirmed = true, ...own } = overrides;
  const person = await db.person.create({
    data: {
      id: newId(), familyName: `Фамилия${number}`, givenName: "Анна", patronymic: "Ивановна",
      assurance: confirmed ? "emailConfirmed" : "selfDeclared", createdAt: factoryNow, ...own,
    },
  });
  const contacts = [{ kind: "email" as const, value: email }, { kind: "phone" as const, value: phone }];
  for (const { kind, value } of contacts) {
    if (value) await db.contact.create({ data: { id: newId(), personId: person.id, kind, value, verifiedAt: kind === "email" && confirmed ? factoryNow : null, createdAt: factoryNow } });
  }
  return { ...person, email };
}

type AppointmentOverrides = Partial<Prisma.AppointmentUncheckedCreateInput> & { personId: string; role: Role };

/**
 * An appointment at `unitId` or `bodyId`; its municipality and marathon are those of the unit or body.
 * Begins long ago and has no end, so that it is valid whatever time a test takes.
 */
export async function makeAppointment(db: Db, overrides: AppointmentOverrides): Promise<Appointment> {
  const { unitId, bodyId } = overrides;
  const body = bodyId ? await db.body.findUniqueOrThrow({ where: { id: bodyId } }) : null;
  const unit = unitId ? await db.unit.findUniqueOrThrow({ where: { id: unitId } }) : null;
  return db.appointment.create({
    data: {
      id: newId(), municipalityId: body?.municipalityId ?? unit?.municipalityId ?? null, marathonId: body?.marathonId ?? null,
      startsAt: new Date("2020-01-01T00:00:00Z"), actKind: "order", actNumber: String(nextNumber()), actDate: new Date("2020-01-01"), createdAt: factoryNow, ...overrides,
    },
  });
}
