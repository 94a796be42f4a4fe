import { roleSeat, type Role } from "@/access/roles";
import { addDays, type PlainDate } from "@/shared/dates/plain-date";
import { endOfDayIn, startOfDayIn } from "@/shared/dates/zone";

/** Where an appointment is held: a unit of the tree or a body of a marathon. */
export type SeatKind = "organisation" | "workingGroup" | "coordinationGroup" | "hotline" | "municipality" | "region" | "country";

export function isRoleHere(role: Role, seat: SeatKind | null): boolean {
  return seat !== null && roleSeat[role] === seat;
}

/** Kinds of units where nobody is appointed yet (departments, branch bodies) have no seat. */
export function seatOfUnit(kind: string): SeatKind | null {
  return kind === "organisation" || kind === "municipality" || kind === "region" || kind === "country" ? kind : null;
}

/** Roles of one marathon end with its closing period; the others are held until they are ended. */
const lasting: readonly Role[] = ["director", "head", "councilStaff", "countryObserver", "administrator"];

export function isOfMarathon(role: Role): boolean {
  return !lasting.includes(role);
}

/** Roles that are given by a распоряжение, приказ or протокол, whose number may follow. */
const withoutAct: readonly Role[] = ["head", "director", "councilStaff", "countryObserver", "administrator"];

export function needsAct(role: Role): boolean {
  return !withoutAct.includes(role);
}

export interface Period {
  readonly startsAt: Date;
  /** not included */
  readonly endsAt: Date | null;
}

export interface PeriodWish {
  /** null: from now on */
  readonly startsOn: PlainDate | null;
  /** inclusive; null: as long as the marathon lasts, or for good */
  readonly endsOn: PlainDate | null;
}

/**
 * In: the days wished for, the last day of the marathon's closing period (null for lasting roles), the municipality's zone.
 * Out: the instants, or null: the end is before the beginning, past already, or outside the marathon.
 */
export function periodFor(wish: PeriodWish, closingEndsOn: PlainDate | null, now: Date, zone: string): Period | null {
  const startsAt = wish.startsOn === null ? now : startOfDayIn(zone, wish.startsOn);
  const last = wish.endsOn ?? closingEndsOn;
  const endsAt = last === null ? null : endOfDayIn(zone, last);
  if (endsAt !== null && (endsAt <= startsAt || endsAt <= now)) return null;
  if (closingEndsOn !== null && wish.endsOn !== null && wish.endsOn > closingEndsOn) return null;
  return { startsAt, endsAt };
}

/** Two periods share an instant; an end is not included. */
export function overlaps(a: Period, b: Period): boolean {
  const end = (period: Period) => period.endsAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return a.startsAt.getTime() < end(b) && b.startsAt.getTime() < end(a);
}

/** A substitute stands in within the time of the one stood in for. */
export function isWithin(inner: Period, outer: Period): boolean {
  if (outer.endsAt === null) return inner.startsAt >= outer.startsAt;
  return inner.startsAt >= outer.startsAt && inner.endsAt !== null && inner.endsAt <= outer.endsAt;
}

/** How many days before its end an appointment is worth a word. */
const soonDays = 7;

/** Ends within a week and before the marathon's own end: somebody has to be found. */
export function isAboutToEnd({ endsAt }: Pick<Period, "endsAt">, closingEndsOn: PlainDate | null, now: Date, zone: string): boolean {
  if (endsAt === null || endsAt <= now) return false;
  if (closingEndsOn !== null && endsAt >= startOfDayIn(zone, addDays(closingEndsOn, 1))) return false;
  return endsAt.getTime() - now.getTime() <= soonDays * 24 * 60 * 60 * 1000;
}

/** How long an invitation's link works. */
export const invitationDays = 14;
