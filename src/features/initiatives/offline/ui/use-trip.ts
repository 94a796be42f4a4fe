import { useCallback, useEffect, useRef, useState } from "react";
import { sealedTrip, tripRecord, type SealedTrip, type TripRecord } from "../schema";
import * as store from "./device-store";
import { handIn, SignedOut, Unreachable, type Handed, type HandInApi } from "./hand-in";
import { iterations, keyOf, makeSalt, seal, unseal } from "./seal";

/** A trip whose password was typed into this tab: closed with it. */
export interface OpenTrip {
  readonly key: CryptoKey;
  readonly trip: SealedTrip;
}

/** A record with the version that this tab has seen. */
export interface SeenRecord {
  readonly record: TripRecord;
  readonly version: number;
}

/** Another tab has written since. */
export class ChangedElsewhere extends Error {}

const channelName = "offline";
const tripAs = (id: string) => `trip:${id}`;
const recordAs = (tripId: string, id: string) => `record:${tripId}:${id}`;

/** Seals what was prepared; the codes are nowhere else from now on. */
export async function sealTrip(password: string, trip: SealedTrip): Promise<OpenTrip> {
  const salt = makeSalt();
  const key = await keyOf(password, salt, iterations);
  await store.putTrip({ id: trip.id, salt, iterations, slips: trip.codes.length, ...(await seal(key, tripAs(trip.id), trip)) });
  return { key, trip };
}

/** The trip that the password opens; null: it opens none. */
export async function openTrip(password: string): Promise<OpenTrip | null> {
  for (const { id, salt, iterations: rounds, iv, data } of await store.listTrips()) {
    const key = await keyOf(password, salt, rounds);
    const opened = sealedTrip.safeParse(await unseal(key, tripAs(id), { iv, data }));
    if (opened.success) return { key, trip: opened.data };
  }
  return null;
}

/** The records of an open trip, told anew when another tab writes; and what may be done with them. */
export function useRecords({ key, trip }: OpenTrip) {
  const [rows, setRows] = useState<readonly SeenRecord[]>([]);
  const [slipsLeft, setSlipsLeft] = useState(trip.codes.length);
  const versions = useRef(new Map<string, number>());
  const channel = useRef<BroadcastChannel | null>(null);

  const reload = useCallback(async () => {
    const found: SeenRecord[] = [];
    for (const { id, version, iv, data } of await store.listRecords(trip.id)) {
      const opened = tripRecord.safeParse(await unseal(key, recordAs(trip.id, id), { iv, data }));
      if (opened.success) found.push({ record: opened.data, version });
    }
    versions.current = new Map(found.map(({ record, version }) => [record.id, version]));
    setRows(found.toSorted((a, b) => (a.record.id < b.record.id ? 1 : -1)));
    setSlipsLeft(trip.codes.length - (await store.countSlips(trip.id)));
  }, [key, trip]);

  useEffect(() => {
    void reload();
    if (!("BroadcastChannel" in globalThis)) return;
    const opened = (channel.current = new BroadcastChannel(channelName));
    opened.onmessage = () => void reload();
    return () => opened.close();
  }, [reload]);

  const told = useCallback(async () => {
    channel.current?.postMessage("changed");
    await reload();
  }, [reload]);

  const keep = useCallback(async (record: TripRecord) => {
    const kept = await store.putRecord({ id: record.id, tripId: trip.id, ...(await seal(key, recordAs(trip.id, record.id), record)) }, versions.current.get(record.id) ?? 0);
    if (kept === null) {
      await reload();
      throw new ChangedElsewhere("another tab has written since");
    }
    versions.current.set(record.id, kept);
    await told();
  }, [key, trip, reload, told]);

  const remove = useCallback(async ({ id }: TripRecord) => {
    await store.removeRecord(id, versions.current.get(id) ?? 0);
    await told();
  }, [told]);

  /** A slip for somebody; null when all are given away. */
  const takeSlip = useCallback(async (recordId: string) => {
    const number = await store.takeSlip(trip.id, trip.codes.length, recordId);
    return number === null ? null : (trip.codes[number] ?? null);
  }, [trip]);

  return { rows, slipsLeft, keep, remove, takeSlip, reload };
}

export type Outcome = "done" | "unreachable" | "signedOut" | "changedElsewhere" | "inAnotherTab";

/** Record after record, in one tab at a time. */
export async function handInAll(api: HandInApi, trip: SealedTrip, records: readonly TripRecord[], keeping: { readonly keep: (record: TripRecord) => Promise<void>; readonly remove: (record: TripRecord) => Promise<void>; readonly onHanded: (handed: Handed) => void }): Promise<Outcome> {
  const run = async (): Promise<Outcome> => {
    try {
      for (const record of records) await handIn(api, trip, record, keeping);
      return "done";
    } catch (error) {
      if (error instanceof Unreachable) return "unreachable";
      if (error instanceof SignedOut) return "signedOut";
      if (error instanceof ChangedElsewhere) return "changedElsewhere";
      throw error;
    }
  };
  // without locks the server alone sees to it that nothing is there twice
  if (!("locks" in navigator)) return await run();
  return await navigator.locks.request("offline-hand-in", { ifAvailable: true }, async (lock) => (lock ? await run() : "inAnotherTab"));
}
