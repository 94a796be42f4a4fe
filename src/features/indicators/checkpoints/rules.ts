import { AppError } from "@/shared/errors/app-error";
import type { PlainDate } from "@/shared/dates/plain-date";
import { zonedDateToInstant } from "@/shared/dates/zone";
import type { Checkpoint, Frozen } from "./schema";

/**
 * A figure is frozen this long after its instant: what was begun in time has been written by then. Which rows count is
 * decided by their own time, so that a late run gives the same.
 */
export const graceMinutes = 2;

/** In: «18:00», «24:00». Out: minutes since midnight. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** In: minutes since midnight. Out: «18:00»; 1440 is «24:00». */
export function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** In: a day and minutes by the municipality's clock. Out: the first instant that is too late; «до 24:00» ends with the day. */
export function deadlineOf({ date, minutes }: { readonly date: PlainDate; readonly minutes: number }, zone: string): Date {
  return zonedDateToInstant(date, clockOf(minutes), zone);
}

/** Throws checkpoint.outsideMarathon, checkpoint.inPast. */
export function assertCreatable(wish: { readonly date: PlainDate; readonly minutes: number }, round: { readonly startsOn: PlainDate; readonly closingEndsOn: PlainDate }, now: Date, zone: string): void {
  if (wish.date < round.startsOn || wish.date > round.closingEndsOn) throw new AppError("checkpoint.outsideMarathon", undefined, { fields: { date: "field.date" } });
  if (deadlineOf(wish, zone) <= now) throw new AppError("checkpoint.inPast", undefined, { fields: { date: "field.date" } });
}

/** Throws checkpoint.notYet, checkpoint.alreadyApproved. */
export function assertApprovable(figures: Frozen | null): asserts figures is Frozen {
  if (!figures) throw new AppError("checkpoint.notYet");
  if (figures.approvedAt) throw new AppError("checkpoint.alreadyApproved");
}

/** The council takes note of what the head stands for. Throws checkpoint.notYet, checkpoint.notApproved. */
export function assertNotable(figures: Frozen | null): asserts figures is Frozen {
  if (!figures) throw new AppError("checkpoint.notYet");
  if (!figures.approvedAt) throw new AppError("checkpoint.notApproved");
}

/** The first that is still to come. */
export function nextOf<C extends { readonly deadline: Date }>(checkpoints: readonly C[], now: Date): C | null {
  return checkpoints.filter(({ deadline }) => deadline > now).toSorted((a, b) => a.deadline.getTime() - b.deadline.getTime())[0] ?? null;
}

export interface StoredCheckpoint {
  readonly id: string;
  readonly marathonId: string;
  /** null: common */
  readonly municipalityId: string | null;
  readonly name: string;
  readonly date: PlainDate;
  readonly minutes: number;
  readonly figures: Frozen | null;
}

/** In: one of the marathon's or the municipality's, its zone, figures of now. Out: with its deadline and what has come since. */
export function toCheckpoint({ id, name, date, minutes, municipalityId, figures }: StoredCheckpoint, zone: string, total: { readonly users: number; readonly net: number }): Checkpoint {
  const since = figures && { users: total.users - figures.users, net: total.net - figures.net };
  return { id, name, date, minutes, deadline: deadlineOf({ date, minutes }, zone), common: municipalityId === null, figures, since };
}
