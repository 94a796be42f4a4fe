import { Readable } from "node:stream";
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { callApi } from "@/api/call";
import { fileStore, keyOf } from "@/platform/files/store";
import { contextFromNext } from "@/platform/trpc/context-next";
import { myDataPage } from "./my-data-page";
import type { FileToSend } from "./table-response";

/** A page for people, the same as JSON for programs, and the files themselves. Kept by nobody: never cached. */
export async function myDataArchive(): Promise<FileToSend> {
  const [api, { locale }] = [await callApi(), await contextFromNext()];
  const taken = await api.myData.takeOut();
  const page = myDataPage(taken, locale);
  const json = JSON.stringify({ number: taken.number, at: taken.at, parts: Object.fromEntries(taken.parts.map(({ part, rows }) => [part, rows.map(plain)])) }, null, 2);
  const body = packed({ [page.name]: page.html, "my-data.json": json }, taken.files.map(({ id, name }) => ({ id, name: `${page.folder}/${name}` })), taken.at);
  return { body: Readable.toWeb(Readable.from(body)) as ReadableStream<Uint8Array>, type: "application/zip", name: "my-data.zip" };
}

/** As it goes out: of files that may be many no more than a piece is held. */
async function* packed(texts: Readonly<Record<string, string>>, files: readonly { readonly id: string; readonly name: string }[], at: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const [name, text] of Object.entries(texts)) {
    const entry = Object.assign(new ZipDeflate(name), { mtime: at });
    zip.add(entry);
    entry.push(strToU8(text), true);
    yield* ready.splice(0);
  }
  for (const { id, name } of files) {
    const bytes = await fileStore().open(keyOf(id));
    if (!bytes) continue;
    const entry = Object.assign(new ZipPassThrough(name), { mtime: at });
    zip.add(entry);
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      entry.push(new Uint8Array(chunk));
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready;
}

type Row = Awaited<ReturnType<Awaited<ReturnType<typeof callApi>>["myData"]["takeOut"]>>["parts"][number]["rows"][number];

/** In: a row with words to be translated. Out: the words as the database has them. */
function plain(row: Row) {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === "object" && value !== null && "word" in value ? value.word : value]));
}
