"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { ActWish, Appointed, PersonWish, SubstituteWish } from "../appointments/schema";
import type { AddMunicipalityInput, AddRoundInput } from "../administration/schema";
import type { InviteAllInput, Invited, PreviewInput, PreviewLine } from "../invitations/bulk/schema";
import type { CodeSheet } from "../invitations/schema";
import type { DutyHours } from "../roster/schema";
import type { Decisions, DirectoryImport } from "../directory/schema";
import type { BeginScanInput } from "../scans/schema";
import type { AddOrganisationInput } from "../setup/schema";
import type { Foreseen } from "../units/schema";
import type { TypedDecision } from "../units/ui/decision-draft";
import type { Role } from "@/access/roles";

interface Done {
  readonly ok: true;
}
interface Keyed {
  readonly key: string;
}
interface InPlace extends Keyed {
  readonly municipalityId: string;
}
interface Reminded {
  readonly reminded: number;
  readonly unreachable: number;
}
interface InLine extends Keyed {
  readonly hotlineId: string;
}
interface OfShift extends Keyed {
  readonly shiftId: string;
}
interface OfAppointment extends Keyed {
  readonly appointmentId: string;
}
export interface OpenWork {
  readonly tickets: number;
  readonly waiting: number;
  readonly drafts: number;
  readonly initiatives: number;
  readonly colleagues: readonly { readonly personId: string; readonly name: string }[];
}
type Typed<T> = { readonly [K in keyof T]: T[K] extends string | null ? Extract<T[K], null> | string : T[K] };

/** What the screens ask of the server; the pages say how. Dates and codes go as they were typed: the server checks them. */
export interface StructureCalls {
  readonly appoint: (input: Keyed & { role: Role; seatId: string; person: PersonWish; startsOn: string | null; endsOn: string | null; act: Typed<ActWish> | null }) => Promise<Appointed>;
  readonly substitute: (input: OfAppointment & { person: SubstituteWish; startsOn: string; endsOn: string }) => Promise<Appointed>;
  readonly beginScan: (input: BeginScanInput) => Promise<unknown>;
  readonly setAct: (input: OfAppointment & { act: Typed<ActWish>; seen: string | null }) => Promise<Done>;
  readonly setWhom: (input: OfAppointment & { position: string; whom: string; seen: { position: string | null; whom: string | null } }) => Promise<Done>;
  readonly inviteAgain: (input: OfAppointment) => Promise<Done>;
  readonly brief: (input: OfAppointment & { material: string }) => Promise<Done>;
  readonly acknowledge: (input: OfAppointment) => Promise<Done>;
  readonly resetSecondFactor: (input: OfAppointment & { reason: string }) => Promise<Done>;
  readonly issueCode: (input: { appointmentId: string; inPerson: boolean }) => Promise<CodeSheet>;
  readonly previewAll: (input: PreviewInput) => Promise<{ lines: PreviewLine[]; ready: number }>;
  readonly inviteAll: (input: InviteAllInput) => Promise<Invited>;
  readonly remind: (input: OfAppointment) => Promise<Reminded>;
  readonly remindAll: (input: InPlace) => Promise<Reminded>;
  readonly onePerson: (input: InPlace & { phone: string; hours: string; seen: { phone: string | null; hours: string | null } }) => Promise<Done>;
  readonly confirmClone: (input: InPlace & { appointmentIds: string[] }) => Promise<{ groups: number; links: number; appointments: number }>;
  readonly openWork: (input: { appointmentId: string }) => Promise<OpenWork>;
  readonly end: (input: OfAppointment & { handToId: string | null }) => Promise<{ tickets: number; drafts: number; initiatives: number }>;
  readonly setHotline: (input: InPlace & { phone: string; hours: string; seen: { phone: string | null; hours: string | null } }) => Promise<Done>;
  readonly setPassport: (input: InPlace & { nameGenitive: string; headTitle: string; timeZone: string; seen: { nameGenitive: string | null; headTitle: string | null; timeZone: string } }) => Promise<Done>;
  readonly saveGroup: (input: InPlace & { groupId: string | null; name: string; directionIds: string[]; seen: { name: string; directionIds: string[] } | null }) => Promise<{ groupId: string }>;
  readonly endGroup: (input: InPlace & { groupId: string }) => Promise<Done>;
  readonly addOrganisation: (input: Typed<AddOrganisationInput> & { kind: AddOrganisationInput["kind"] }) => Promise<{ organisationId: string }>;
  readonly linkOrganisation: (input: InPlace & { organisationId: string; groupIds: string[]; seen: string[] }) => Promise<Done>;
  readonly checkDates: (input: InPlace) => Promise<Done>;
  readonly finish: (input: InPlace) => Promise<Done>;
  readonly planDuty: (input: InLine & { personId: string; startsOn: string; endsOn: string; weekdays: number[]; from: string; to: string }) => Promise<{ shifts: number }>;
  readonly setDutyHours: (input: InLine & { from: string; to: string; daily: boolean; seen: DutyHours | null }) => Promise<Done>;
  readonly cancelShift: (input: OfShift) => Promise<Done>;
  readonly assignShift: (input: OfShift & { personId: string; seen: string }) => Promise<Done>;
  readonly offerShift: (input: OfShift & { isOffered: boolean }) => Promise<Done>;
  readonly takeShift: (input: OfShift & { seen: string }) => Promise<Done>;
  readonly addRegion: (input: Keyed & { name: string; timeZone: string }) => Promise<{ id: string }>;
  readonly addMunicipality: (input: Typed<AddMunicipalityInput> & { kind: AddMunicipalityInput["kind"] }) => Promise<{ id: string }>;
  readonly join: (input: InPlace) => Promise<Done>;
  readonly setDates: (input: Keyed & { marathonId: string; name: string; startsOn: string; endsOn: string; closingEndsOn: string; seen: { name: string; startsOn: string; endsOn: string; closingEndsOn: string } }) => Promise<Done>;
  readonly setModeration: (input: Keyed & { marathonId: string; moderatesFirst: boolean }) => Promise<Done>;
  readonly addRound: (input: Typed<AddRoundInput>) => Promise<{ id: string }>;
  readonly saveDirection: (input: Keyed & { marathonId: string; directionId: string | null; name: string; nameEn: string; seen: string | null }) => Promise<{ id: string }>;
  readonly removeDirection: (input: Keyed & { marathonId: string; directionId: string }) => Promise<Done>;
  readonly addUnit: (input: Keyed & { parentId: string; kind: "department" | "branchBody" | "territorialAdministration" | "organisation"; name: string; shortName: string; organisationKind: AddOrganisationInput["kind"] | null; address: string }) => Promise<{ unitId: string }>;
  readonly foreseeUnit: (input: { decision: TypedDecision }) => Promise<Foreseen>;
  readonly decideUnit: (input: Keyed & { decision: TypedDecision; takesEffectOn: string; reason: string; act: Typed<ActWish> | null; seen: string }) => Promise<{ changeId: string; isDone: boolean }>;
  readonly recallChange: (input: Keyed & { changeId: string }) => Promise<Done>;
  readonly saveOwnDirection: (input: InPlace & { directionId: string | null; name: string; nameEn: string; seen: string | null }) => Promise<{ directionId: string }>;
  readonly retireDirection: (input: InPlace & { directionId: string; isRetired: boolean }) => Promise<Done>;
  readonly readImport: (input: { importId: string }) => Promise<DirectoryImport>;
  readonly decideImport: (input: Keyed & { importId: string; decisions: Decisions }) => Promise<Done>;
  readonly confirmImport: (input: Keyed & { importId: string; hash: string }) => Promise<Done>;
  readonly discardImport: (input: Keyed & { importId: string }) => Promise<Done>;
  /** the page's own data once more */
  readonly refresh: () => void;
  readonly goTo: (href: string) => void;
}

const Context = createContext<StructureCalls | null>(null);

export function StructureCallsProvider({ calls, children }: { readonly calls: StructureCalls; readonly children: ReactNode }) {
  return <Context.Provider value={calls}>{children}</Context.Provider>;
}

export function useCalls(): StructureCalls {
  const calls = useContext(Context);
  if (!calls) throw new Error("StructureCallsProvider is missing");
  return calls;
}
