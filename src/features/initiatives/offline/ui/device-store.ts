import type { Sealed } from "./seal";

/** How a trip is opened; nothing in it can be read without the password. */
export interface StoredTrip extends Sealed {
  readonly id: string;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
  readonly slips: number;
}

export interface StoredRecord extends Sealed {
  readonly id: string;
  readonly tripId: string;
  /** of the last writing: whoever hasn't seen it doesn't write over it */
  readonly version: number;
}

const name = "offline";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("trips", { keyPath: "id" });
      request.result.createObjectStore("records", { keyPath: "id" }).createIndex("tripId", "tripId");
      request.result.createObjectStore("slips", { keyPath: ["tripId", "number"] }).createIndex("tripId", "tripId");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the device's store is closed"));
  });
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error ?? new Error("the device's store has not answered"));
});

type Stores = Readonly<Record<"trips" | "records" | "slips", IDBObjectStore>>;

/** One transaction over all three: done when it is on the disk, or not at all. */
async function inStore<T>(mode: IDBTransactionMode, work: (stores: Stores) => Promise<T>): Promise<T> {
  const db = await open();
  try {
    const transaction = db.transaction(["trips", "records", "slips"], mode, { durability: "strict" });
    const settled = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("the device has not kept it"));
    });
    const [outcome] = await Promise.all([work({ trips: transaction.objectStore("trips"), records: transaction.objectStore("records"), slips: transaction.objectStore("slips") }), settled]);
    return outcome;
  } finally {
    db.close();
  }
}

export async function putTrip(trip: StoredTrip): Promise<void> {
  await inStore("readwrite", async ({ trips }) => await answerOf(trips.put(trip)));
}

export async function listTrips(): Promise<StoredTrip[]> {
  return await inStore("readonly", async ({ trips }) => await answerOf(trips.getAll() as IDBRequest<StoredTrip[]>));
}

export async function listRecords(tripId: string): Promise<StoredRecord[]> {
  return await inStore("readonly", async ({ records }) => await answerOf(records.index("tripId").getAll(tripId) as IDBRequest<StoredRecord[]>));
}

/** How many records wait on this device, whoever took them down. Without a store there is none. */
export async function countRecords(): Promise<number> {
  // asked on pages of people who never prepared a trip: their browser gets no store by it
  if (!("indexedDB" in globalThis) || !(await indexedDB.databases?.().catch(() => []))?.some((one) => one.name === name)) return 0;
  return await inStore("readonly", async ({ records }) => await answerOf(records.count()));
}

/** Out: the version that stands now; null when another tab has written since, and nothing is written. */
export async function putRecord(record: Omit<StoredRecord, "version">, seen: number): Promise<number | null> {
  return await inStore("readwrite", async ({ records }) => {
    const standing = await answerOf(records.get(record.id) as IDBRequest<StoredRecord | undefined>);
    if ((standing?.version ?? 0) !== seen) return null;
    await answerOf(records.put({ ...record, version: seen + 1 }));
    return seen + 1;
  });
}

/** Out: was it the one that was seen? */
export async function removeRecord(id: string, seen: number): Promise<boolean> {
  return await inStore("readwrite", async ({ records }) => {
    const standing = await answerOf(records.get(id) as IDBRequest<StoredRecord | undefined>);
    if (standing && standing.version !== seen) return false;
    await answerOf(records.delete(id));
    return true;
  });
}

/** Out: the number of a slip that is the record's from now on, in whatever tab; null when all are given away. */
export async function takeSlip(tripId: string, slips: number, recordId: string): Promise<number | null> {
  return await inStore("readwrite", async (stores) => {
    const taken = new Set((await answerOf(stores.slips.index("tripId").getAllKeys(tripId))).map((key) => (key as [string, number])[1]));
    for (let number = 0; number < slips; number += 1) {
      if (taken.has(number)) continue;
      await answerOf(stores.slips.put({ tripId, number, recordId }));
      return number;
    }
    return null;
  });
}

export async function countSlips(tripId: string): Promise<number> {
  return await inStore("readonly", async ({ slips }) => await answerOf(slips.index("tripId").count(tripId)));
}

/** The trip with everything of it. */
export async function removeTrip(tripId: string): Promise<void> {
  await inStore("readwrite", async ({ trips, records, slips }) => {
    await answerOf(trips.delete(tripId));
    for (const store of [records, slips]) for (const key of await answerOf(store.index("tripId").getAllKeys(tripId))) await answerOf(store.delete(key));
  });
}
