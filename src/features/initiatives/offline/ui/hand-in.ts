import type { TripOutcome } from "@/features/people/trips/schema";
import { instantOfId } from "@/shared/ids/id";
import { isErrorCode } from "@/shared/errors/catalogue";
import type { SheetOutcome } from "../../submission/schema";
import { contentOf } from "../rules";
import type { Refused, SealedTrip, TripRecord, TypedPerson } from "../schema";

export interface HandInApi {
  readonly register: (input: TypedPerson & { readonly id: string; readonly tripId: string; readonly code: string | null; readonly isAnother: boolean }) => Promise<TripOutcome>;
  readonly take: (input: { readonly id: string; readonly tripId: string; readonly personId: string; readonly takenAt: Date; readonly paperCase: string; readonly content: ReturnType<typeof contentOf> }) => Promise<SheetOutcome>;
}

/** What the server has acknowledged: an initiative with its number, one that waits for the responsible person, or a person without any. */
export interface Handed {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly publicNumber: string | null;
  readonly isLate: boolean;
  readonly slip: "given" | "gone" | "none" | null;
}

/** The server was not reached, or could not answer: the rest waits. */
export class Unreachable extends Error {}

/** Nobody is signed in, or not as far as it takes: the rest waits, too. */
export class SignedOut extends Error {}

interface Keeping {
  /** Keeps the record as it stands now; throws when another tab has changed it. */
  readonly keep: (record: TripRecord) => Promise<void>;
  readonly remove: (record: TripRecord) => Promise<void>;
  readonly onHanded: (handed: Handed) => void;
}

/**
 * One record to the server: the person, then each initiative, each under the id that was made on the device. What is acknowledged
 * leaves the device only then; what is refused stays with the reason. Broken off anywhere, it goes on from there. Throws Unreachable, SignedOut.
 */
export async function handIn(api: HandInApi, trip: SealedTrip, wanted: TripRecord, { keep, remove, onHanded }: Keeping): Promise<void> {
  let record = wanted;
  const set = async (change: Partial<TripRecord>) => await keep((record = { ...record, ...change }));
  const name = [record.person.familyName, record.person.givenName].join(" ");
  let slip: Handed["slip"] = null;
  if (record.personId === null) {
    const { id, person, code, isAnother } = record;
    const answer = await asked(async () => await api.register({ ...person, id, tripId: trip.id, code, isAnother }));
    if ("refused" in answer) return await set({ refused: answer.refused });
    if (!answer.said.ok) return await set({ double: { known: answer.said.known }, refused: null });
    ({ slip } = answer.said);
    await set({ personId: answer.said.personId, refused: null });
    if (record.initiatives.length === 0) onHanded({ id, name, title: null, publicNumber: null, isLate: false, slip });
  }
  const { personId } = record;
  if (personId === null) return;
  for (const initiative of record.initiatives) {
    const { id, title } = initiative;
    const answer = await asked(async () => await api.take({ id, tripId: trip.id, personId, takenAt: instantOfId(id), paperCase: record.person.paperCase, content: contentOf(initiative, trip, record.person.worksHere) }));
    const refused = "refused" in answer ? answer.refused : !answer.said.ok && answer.said.reason === "notJoined" ? { code: "offline.notJoined", params: {}, fields: {} } : null;
    if (refused) {
      await set({ initiatives: record.initiatives.map((one) => (one.id === id ? { ...one, refused } : one)) });
      continue;
    }
    const said = "said" in answer && answer.said.ok ? answer.said : null;
    await set({ initiatives: record.initiatives.filter((one) => one.id !== id) });
    onHanded({ id, name, title, publicNumber: said?.publicNumber ?? null, isLate: said === null, slip });
    slip = null;
  }
  if (record.initiatives.length === 0) await remove(record);
}

async function asked<T>(ask: () => Promise<T>): Promise<{ readonly said: T } | { readonly refused: Refused }> {
  try {
    return { said: await ask() };
  } catch (error) {
    const data = (error as { data?: { code?: unknown; httpStatus?: number; params?: Refused["params"]; fields?: Refused["fields"] } | null } | null)?.data;
    if (data?.httpStatus === 401) throw new SignedOut("nobody is signed in", { cause: error });
    if (typeof data?.code !== "string" || !isErrorCode(data.code) || (data.httpStatus ?? 400) >= 500 || data.code === "request.tooMany") throw new Unreachable("not reached", { cause: error });
    return { refused: { code: data.code, params: data.params ?? {}, fields: data.fields ?? {} } };
  }
}
