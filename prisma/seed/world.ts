import type { InitiatorKind, Prisma } from "@/platform/db/client/client";
import type { PlainDate } from "@/shared/dates/plain-date";
import type { MunicipalityFact } from "./facts/types";
import type { Tables } from "./tables";

/** What the steps of the seed tell one another; the rows themselves stand in `tables`. */
export interface World {
  readonly now: Date;
  readonly scale: number;
  readonly tables: Tables;
  readonly countryId: string;
  readonly regions: DemoRegion[];
  readonly municipalities: DemoMunicipality[];
  /** last year's, this year's */
  readonly marathons: DemoMarathon[];
  /** by role */
  readonly named: Map<AccountRole, DemoPerson>;
  /** argon2id of the one password */
  readonly passwordHash: string;
}

export const accountRoles = [
  "resident", "coordinator", "executor", "director", "groupMember", "secretary", "lead", "deputy", "responsible", "head", "operator",
  "moderator", "council", "council2", "country", "administrator",
] as const;
export type AccountRole = (typeof accountRoles)[number];

export interface DemoAccount {
  role: string;
  login: string;
  password: string;
  name: string;
  where: string;
}

export interface DemoRegion {
  id: string;
  oktmo: string;
  name: string;
  zone: string;
  council: DemoPerson[];
}

export interface DemoMunicipality {
  id: string;
  fact: MunicipalityFact;
  region: DemoRegion;
  zone: string;
  /** known, or guessed from the number of settlements where it is not */
  people: number;
  /** how much of the marathon falls to it: size and zeal */
  weight: number;
  /** 0.7 quick … 1.5 slow */
  pace: number;
  departments: { id: string; name: string }[];
  organisations: DemoOrganisation[];
  head: DemoPerson;
  responsible: DemoPerson;
  operators: DemoPerson[];
  moderator: DemoPerson;
  residents: DemoPerson[];
}

export interface DemoOrganisation {
  id: string;
  name: string;
  kind: string;
  /** direction whose group looks after it */
  direction: string;
  director: DemoPerson | null;
  coordinator: DemoPerson | null;
  executor: DemoPerson | null;
}

export interface DemoMarathon {
  id: string;
  key: "previous" | "current";
  slug: string;
  year: number;
  startsOn: PlainDate;
  endsOn: PlainDate;
  closingEndsOn: PlainDate;
  reactionWorkingDays: number;
  answerWorkingDays: number;
  directionIds: ReadonlyMap<string, string>;
  checkpoints: { id: string; name: string; date: PlainDate; minutes: number }[];
  /** by municipality */
  taking: Map<string, DemoTaking>;
}

/** A municipality in a marathon. */
export interface DemoTaking {
  municipality: DemoMunicipality;
  coordinationGroupId: string;
  hotlineId: string;
  groups: DemoGroup[];
  hotlinePhone: string;
}

export interface DemoGroup {
  id: string;
  name: string;
  directions: readonly string[];
  lead: DemoPerson;
  secretary: DemoPerson;
  members: DemoPerson[];
}

export interface DemoPerson {
  id: string;
  woman: boolean;
  fullName: string;
  kind: InitiatorKind;
  organisation: DemoOrganisation | null;
  hiddenFromOrganisation: boolean;
  confirmed: boolean;
  publishesName: boolean;
  /** marathons joined, with the time; moved back when something was submitted before */
  joined: Map<DemoMarathon["key"], Date>;
  registrar: DemoPerson | null;
  /** as it will be written; made older when something turns out to have happened before */
  row: Prisma.PersonCreateManyInput;
}

/** The demonstration's own municipality, where every named account works. */
export const homeOktmo = "33650000";
