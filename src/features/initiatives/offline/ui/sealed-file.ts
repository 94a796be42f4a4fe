import * as z from "zod";
import * as store from "./device-store";

const bytes = z.base64();
const sealedFile = z.object({
  trip: z.object({ id: z.uuid(), salt: bytes, iterations: z.number().int().min(100_000).max(10_000_000), slips: z.number().int().min(0).max(1_000), iv: bytes, data: bytes }),
  records: z.array(z.object({ id: z.uuid(), iv: bytes, data: bytes })).max(10_000),
});

const toText = (buffer: ArrayBuffer | Uint8Array<ArrayBuffer>): string => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""));
const toBytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** What is on the device as a file, sealed as it lies: for another device, or to keep. */
export async function saveSealed(tripId: string): Promise<void> {
  const trip = (await store.listTrips()).find(({ id }) => id === tripId);
  if (!trip) return;
  const records = (await store.listRecords(tripId)).map(({ id, iv, data }) => ({ id, iv: toText(iv), data: toText(data) }));
  const file = { trip: { ...trip, salt: toText(trip.salt), iv: toText(trip.iv), data: toText(trip.data) }, records };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: "application/json" }));
  link.download = `${tripId}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Out: is it such a file? What is on the device already stays as it is. */
export async function loadSealed(text: string): Promise<boolean> {
  let found: z.infer<typeof sealedFile>;
  try {
    found = sealedFile.parse(JSON.parse(text));
  } catch {
    return false;
  }
  const { trip, records } = found;
  if (!(await store.listTrips()).some(({ id }) => id === trip.id)) await store.putTrip({ ...trip, salt: toBytes(trip.salt), iv: toBytes(trip.iv), data: toBytes(trip.data).buffer });
  for (const { id, iv, data } of records) await store.putRecord({ id, tripId: trip.id, iv: toBytes(iv), data: toBytes(data).buffer }, 0);
  return true;
}
