import { can } from "@/access/policy";
import { roleSeat } from "@/access/roles";
import { appointment } from "@/access/rules/structure";
import { AppError } from "@/shared/errors/app-error";
import { fullName } from "@/shared/text/person-name";
import type { ActWish } from "../../appointments/schema";
import { factsOf, findSeat, type Seat } from "../../appointments/server/repo";
import { findOwner, isSameName } from "../../invitations/server/service";
import { isOfMarathon, overlaps, periodFor } from "../../rules";
import { readPerson, type PersonRow } from "../people-rules";
import type { KnownPlace } from "../places";
import { foldName } from "../reading";
import { placeOf } from "../rules";
import { directoryLimits } from "../schema";
import { findBodies, findHolders, findPosts, type Holder, type KnownBody } from "../people/server/repo";
import { organisationKey } from "./plan-organisations";
import { isRepeated, type Planning, type ReadRow } from "./plan-row";
import { findOrganisations, type KnownOrganisation } from "../units/server/repo";
import { vocabulary } from "./words";

export type PersonWrite =
  | { readonly kind: "appoint"; readonly seatId: string; readonly row: PersonRow }
  | { readonly kind: "act"; readonly appointmentId: string; readonly act: ActWish; readonly seen: string | null };

/**
 * Appointments are the same by person, role and place; a person by address and name, or by name alone where no address is given.
 * What stands is left; a document that was missing is added.
 */
export async function planPeople(planning: Planning, rows: readonly ReadRow[]): Promise<PersonWrite[]> {
  const { tally } = planning;
  tally.people += rows.length;
  if (tally.people > directoryLimits.people) throw new AppError("import.tooManyRows", { count: directoryLimits.people });
  const seats = seatsOf(planning);
  const writes: PersonWrite[] = [];
  for (const source of rows) {
    const found = placeOf(source.reader, planning.scope, planning.places);
    const row = readPerson(source.reader, vocabulary);
    const write = found && row ? await planOne(planning, seats, source, found.place, row) : null;
    if (!write) tally.refused(source, source.reader.problems);
    else if (found?.isRepaired) tally.repaired += 1;
    if (write && write !== "same" && write !== "repeated") writes.push(write);
  }
  return writes;
}

async function planOne(planning: Planning, seats: Seats, source: ReadRow, place: KnownPlace, row: PersonRow): Promise<PersonWrite | "same" | "repeated" | null> {
  const { db, actor, now, tally, note } = planning;
  const { reader } = source;
  const found = await seats.find(place, row);
  if (!found) return reader.refuse("place", "seatUnknown");
  const { seat, seatId } = found;
  if (!can(appointment, actor, "appoint", factsOf({ unitId: seat.bodyId ? null : seatId, municipalityId: place.id, linkedBodyIds: seatId === seat.id ? seat.linkedBodyIds : [] }, row.role))) return reader.refuse("role", "roleNotYours");
  const { email } = row;
  const held = heldBy(row, await findHolders(db, seatId, row.role, now), planning);
  if (isRepeated(planning, source, "email", held ? heldKey(held.id) : `person:${email ?? foldName(fullName(row))}|${row.role}|${foldName(row.place)}|${place.id}`)) return "repeated";
  const name = fullName(row);
  tally.region(place.regionId);
  if (held) {
    const isActNew = row.act !== null && row.act.number !== held.actNumber;
    tally.took(source, isActNew ? "changed" : "same", name, isActNew ? [{ field: "actNumber", from: held.actNumber ?? "", to: row.act?.number ?? "" }] : []);
    note(source, ["person", held.id, isActNew ? row.act : null, held.actNumber]);
    return isActNew && row.act ? { kind: "act", appointmentId: held.id, act: row.act, seen: held.actNumber } : "same";
  }
  // without an address a new person is made: they get a printed code
  const owner = email === null ? null : await findOwner(db, { by: "email", ...row, email });
  if (typeof owner === "string") return reader.refuse("email", `appointment.${owner}`);
  const posts = owner === null ? [] : (await findPosts(db, owner.id)).filter((post) => post.seatId === seatId && isPostNamed(post, row));
  const marathonId = isOfMarathon(row.role) ? seat.marathonId : null;
  if (isOfMarathon(row.role) && marathonId === null) return reader.refuse("role", "marathon.municipalityAbsent");
  const period = periodFor(row, marathonId === null ? null : seat.closingEndsOn, now, seat.timeZone);
  if (period === null) return reader.refuse(row.endsOn === null ? "startsOn" : "endsOn", "appointment.periodInvalid");
  if (posts.some((post) => overlaps(post, period))) return reader.refuse("email", "appointment.overlaps");
  if (email === null) tally.codes += 1;
  else if (owner === null || (owner.isTold && owner.id !== actor.personId)) tally.letters += 1;
  tally.took(source, "new", name, []);
  // an organisation that the file itself makes has another id each time that the file is read
  const isMade = planning.made.get(organisationKey(place.id, row.place)) === seatId;
  note(source, ["person", "new", owner?.id ?? email ?? "code", isMade ? row.place : seatId, row]);
  return { kind: "appoint", seatId, row };
}

/** Is the post that somebody holds at the seat the one that the row names? No right hangs on it. */
const isPostNamed = (held: { readonly role: string }, named: { readonly role: string }) => held.role === named.role;

/** Of namesakes without an address each row is another one, with the act that it names before others; who has an address is meant without it only where nobody else can be. */
function heldBy(row: PersonRow, holders: readonly Holder[], { seen }: Planning): Holder | undefined {
  const named = holders.filter((holder) => isSameName(holder, row));
  const bare = named.filter(({ emails }) => emails.length === 0);
  const { email } = row;
  const meant = email !== null ? named.filter(({ emails }) => emails.includes(email)) : bare.length > 0 ? bare : named;
  const left = meant.filter(({ id }) => !seen.has(heldKey(id)));
  return left.find(({ actNumber }) => actNumber === (row.act?.number ?? null)) ?? left[0] ?? meant[0];
}

const heldKey = (appointmentId: string) => `appointment:${appointmentId}`;

interface FoundSeat {
  readonly seatId: string;
  /** the seat; of an organisation that this file makes, its municipality, whose marathon and zone it has */
  readonly seat: Seat;
}

/** Seats by what a row says, each asked for once. */
class Seats {
  readonly #planning: Planning;
  readonly #seats = new Map<string, Seat | null>();
  readonly #organisations = new Map<string, ReadonlyMap<string, string>>();
  readonly #bodies = new Map<string, readonly KnownBody[]>();

  constructor(planning: Planning) {
    this.#planning = planning;
  }

  async find(place: KnownPlace, { role, place: name }: PersonRow): Promise<FoundSeat | null> {
    const kind = roleSeat[role];
    const seatId = kind === "municipality" ? place.id : kind === "organisation" ? await this.#organisation(place.id, name) : await this.#body(place.id, kind, name);
    if (seatId === null) return null;
    const seat = (await this.#seat(seatId)) ?? (await this.#seat(place.id));
    return seat && !seat.isEnded ? { seatId, seat } : null;
  }

  async #seat(id: string): Promise<Seat | null> {
    const known = this.#seats.get(id);
    if (known !== undefined) return known;
    const seat = await findSeat(this.#planning.db, id, this.#planning.now);
    this.#seats.set(id, seat);
    return seat;
  }

  async #organisation(municipalityId: string, name: string): Promise<string | null> {
    const made = this.#planning.made.get(organisationKey(municipalityId, name));
    if (made !== undefined) return made;
    const known = this.#organisations.get(municipalityId) ?? namesOf(await findOrganisations(this.#planning.db, [municipalityId]));
    this.#organisations.set(municipalityId, known);
    return known.get(foldName(name)) ?? null;
  }

  async #body(municipalityId: string, kind: string, name: string): Promise<string | null> {
    const bodies = this.#bodies.get(municipalityId) ?? (await findBodies(this.#planning.db, municipalityId, this.#planning.now));
    this.#bodies.set(municipalityId, bodies);
    return bodies.find((body) => body.kind === kind && (kind !== "workingGroup" || foldName(body.name) === foldName(name)))?.id ?? null;
  }
}

/** A whole name goes before the short name of another. */
function namesOf(organisations: readonly KnownOrganisation[]): ReadonlyMap<string, string> {
  const backwards = organisations.toReversed();
  return new Map([...backwards.map(({ shortName, id }) => [foldName(shortName), id] as const), ...backwards.map(({ name, id }) => [foldName(name), id] as const)]);
}

const caches = new WeakMap<Planning, Seats>();

function seatsOf(planning: Planning): Seats {
  const known = caches.get(planning) ?? new Seats(planning);
  caches.set(planning, known);
  return known;
}
