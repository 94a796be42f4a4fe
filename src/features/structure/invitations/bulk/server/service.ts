import { can } from "@/access/policy";
import { roleSeat } from "@/access/roles";
import { appointment as policy } from "@/access/rules/structure";
import type { Db } from "@/platform/db/client";
import type { Context } from "@/platform/trpc/context";
import { plainDateIn } from "@/shared/dates/zone";
import { isAppError, AppError } from "@/shared/errors/app-error";
import { fullName } from "@/shared/text/person-name";
import type { z } from "zod";
import { appointIn, hasSuchPost } from "../../../appointments/server/service";
import { findOrganisations, findBodies } from "../../../chart/server/repo";
import type { AppointmentFacts } from "../../../server/facts";
import { once, type Asker } from "../../../server/once";
import { findPlace } from "../../../server/repo";
import { requireRound, requireSomewhere } from "../../../server/service";
import { knownAs } from "../../server/service";
import { findPlaces, readLines, repeatedLines, type ReadLine } from "../rules";
import { bulkLimits, type BulkRole, type InviteAllInput, type Invited, type LineProblem, type PreviewInput, type previewOutput } from "../schema";

type Reader = Pick<Context, "db" | "actor" | "now">;

interface Seat {
  readonly id: string;
  readonly names: readonly string[];
  readonly facts: AppointmentFacts;
}

interface Checked extends ReadLine {
  readonly seat: Seat | null;
}

/** What would become of each line; nothing is written. Throws 401, 403, 404; import.tooManyRows. */
export async function previewAll({ db, actor, now }: Reader, input: PreviewInput): Promise<z.infer<typeof previewOutput>> {
  const lines = await checkAll(db, { actor, now }, input);
  return {
    lines: lines.map(({ line, place, seat, email, problem, ...name }) => ({ line, place: seat?.names[0] ?? place, name: [name.familyName, name.givenName, name.patronymic].filter(Boolean).join(" "), email, problem })),
    ready: lines.filter(({ problem }) => problem === null).length,
  };
}

/**
 * Appoints whoever stands on a line without a problem, all of them or none; the other lines come back. A long list comes in parts.
 * Throws request.changedMeanwhile; import.tooManyRows for more lines than one transaction takes.
 */
export async function inviteAll(asker: Asker, input: InviteAllInput): Promise<Invited> {
  return await once(asker, "inviteAll", input, async (db) => {
    const lines = await checkAll(db, asker, input);
    const ready = lines.filter(({ problem }) => problem === null);
    if (lines.length > bulkLimits.atOnce) throw new AppError("import.tooManyRows", { count: bulkLimits.atOnce }, { fields: { text: "import.tooManyRows" } });
    if (ready.length !== input.expected) throw new AppError("request.changedMeanwhile");
    const appointed: Invited["appointed"] = [];
    for (const { seat, email, familyName, givenName, patronymic } of ready) {
      if (!seat) continue;
      const name = { familyName, givenName, patronymic };
      const { appointmentId } = await appointIn(db, asker, { role: input.role, seatId: seat.id, person: email === null ? { by: "code", ...name } : { by: "email", email, ...name }, startsOn: null, endsOn: null, act: null });
      appointed.push({ appointmentId, name: fullName(name), role: input.role, where: seat.names[0] ?? "", byCode: email === null });
    }
    return { appointed, left: lines.filter(({ problem }) => problem !== null).map(({ raw }) => raw).join("\n") };
  });
}

async function checkAll(db: Db, asker: Pick<Reader, "actor" | "now">, { municipalityId, role, text }: PreviewInput): Promise<Checked[]> {
  const { actor, now } = asker;
  const found = await findPlace(db, municipalityId, now);
  requireSomewhere(policy, actor, "appoint", found);
  const { place, round } = requireRound(found);
  const seats = await seatsOf(db, role, place.id, round.id, plainDateIn(place.timeZone, now));
  const lines = readLines(text, seats.length > 1);
  if (lines.length > bulkLimits.lines) throw new AppError("import.tooManyRows", { count: bulkLimits.lines }, { fields: { text: "import.tooManyRows" } });
  const twice = repeatedLines(lines);
  const checked: Checked[] = [];
  for (const line of lines) {
    const [seat, another] = seats.length > 1 ? findPlaces(seats, line.place) : seats;
    const problem = line.problem ?? (twice.has(line.line) ? "twice" : !seat ? "unknownPlace" : seats.length > 1 && another ? "severalPlaces" : await problemOf(db, asker, role, seat, line));
    checked.push({ ...line, seat: seat ?? null, problem });
  }
  return checked;
}

async function seatsOf(db: Db, role: BulkRole, municipalityId: string, marathonId: string, today: string): Promise<Seat[]> {
  const facts = (unitId: string | null, linkedBodyIds: readonly string[]): AppointmentFacts => ({ personId: null, unitId, municipalityId, linkedBodyIds, role });
  if (roleSeat[role] === "organisation") return (await findOrganisations(db, municipalityId, marathonId, today)).map(({ id, name, shortName, groupIds }) => ({ id, names: [shortName, name], facts: facts(id, groupIds) }));
  return (await findBodies(db, municipalityId, marathonId)).filter(({ kind }) => kind === roleSeat[role]).map(({ id, name }) => ({ id, names: [name], facts: facts(null, []) }));
}

async function problemOf(db: Db, { actor, now }: Pick<Reader, "actor" | "now">, role: BulkRole, seat: Seat, line: ReadLine): Promise<LineProblem | null> {
  if (!can(policy, actor, "appoint", seat.facts)) return "mayNot";
  if (line.email === null) return null;
  try {
    const personId = await knownAs(db, { ...line, email: line.email });
    return personId !== null && (await hasSuchPost(db, personId, role, seat.id, now)) ? "already" : null;
  } catch (error) {
    if (!isAppError(error)) throw error;
    return error.code === "appointment.addressUnconfirmed" ? "addressUnconfirmed" : "personDiffers";
  }
}
