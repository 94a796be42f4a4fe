"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { ActWish, Appointed, PersonWish } from "../appointments/schema";
import type { AddMunicipalityInput, AddRoundInput } from "../administration/schema";
import type { AddOrganisationInput } from "../setup/schema";
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
interface OfAppointment extends Keyed {
  readonly appointmentId: string;
}
export interface OpenWork {
  readonly tickets: number;
  readonly waiting: number;
  readonly drafts: number;
  readonly colleagues: readonly { readonly personId: string; readonly name: string }[];
}
type Typed<T> = { readonly [K in keyof T]: T[K] extends string | null ? Extract<T[K], null> | string : T[K] };

/** What the screens ask of the server; the pages say how. Dates and codes go as they were typed: the server checks them. */
export interface StructureCalls {
  readonly appoint: (input: Keyed & { role: Role; seatId: string; person: PersonWish; startsOn: string | null; endsOn: string | null; act: Typed<ActWish> | null }) => Promise<Appointed>;
  readonly substitute: (input: OfAppointment & { person: PersonWish; startsOn: string; endsOn: string }) => Promise<Appointed>;
  readonly setAct: (input: OfAppointment & { act: Typed<ActWish>; seen: string | null }) => Promise<Done>;
  readonly inviteAgain: (input: OfAppointment) => Promise<Done>;
  readonly brief: (input: OfAppointment & { material: string }) => Promise<Done>;
  readonly acknowledge: (input: OfAppointment) => Promise<Done>;
  readonly openWork: (input: { appointmentId: string }) => Promise<OpenWork>;
  readonly end: (input: OfAppointment & { handToId: string | null }) => Promise<{ tickets: number; drafts: number }>;
  readonly setHotline: (input: InPlace & { phone: string; hours: string; seen: { phone: string | null; hours: string | null } }) => Promise<Done>;
  readonly saveGroup: (input: InPlace & { groupId: string | null; name: string; directionIds: string[]; seen: { name: string; directionIds: string[] } | null }) => Promise<{ groupId: string }>;
  readonly endGroup: (input: InPlace & { groupId: string }) => Promise<Done>;
  readonly addOrganisation: (input: Typed<AddOrganisationInput> & { kind: AddOrganisationInput["kind"] }) => Promise<{ organisationId: string }>;
  readonly linkOrganisation: (input: InPlace & { organisationId: string; groupIds: string[]; seen: string[] }) => Promise<Done>;
  readonly finish: (input: InPlace) => Promise<Done>;
  readonly addRegion: (input: Keyed & { name: string; timeZone: string }) => Promise<{ id: string }>;
  readonly addMunicipality: (input: Typed<AddMunicipalityInput> & { kind: AddMunicipalityInput["kind"] }) => Promise<{ id: string }>;
  readonly join: (input: InPlace) => Promise<Done>;
  readonly setDates: (input: Keyed & { marathonId: string; name: string; startsOn: string; endsOn: string; closingEndsOn: string; seen: { name: string; startsOn: string; endsOn: string; closingEndsOn: string } }) => Promise<Done>;
  readonly addRound: (input: Typed<AddRoundInput>) => Promise<{ id: string }>;
  readonly saveDirection: (input: Keyed & { marathonId: string; directionId: string | null; name: string; nameEn: string; seen: string | null }) => Promise<{ id: string }>;
  readonly removeDirection: (input: Keyed & { marathonId: string; directionId: string }) => Promise<Done>;
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
