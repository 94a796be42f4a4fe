import { strToU8, zipSync } from "fflate";
import { callApi } from "@/api/call";
import { contextFromNext } from "@/platform/trpc/context-next";
import { myDataPage } from "./my-data-page";
import type { FileToSend } from "./table-response";

/** A page for people and the same as JSON for programs. Kept by nobody: never cached. */
export async function myDataArchive(): Promise<FileToSend> {
  const [api, { locale }] = [await callApi(), await contextFromNext()];
  const taken = await api.myData.takeOut();
  const page = myDataPage(taken, locale);
  const json = JSON.stringify({ number: taken.number, at: taken.at, parts: Object.fromEntries(taken.parts.map(({ part, rows }) => [part, rows.map(plain)])) }, null, 2);
  const body = zipSync({ [page.name]: strToU8(page.html), "my-data.json": strToU8(json) }, { mtime: taken.at });
  return { body: new Uint8Array(body), type: "application/zip", name: "my-data.zip" };
}

type Row = Awaited<ReturnType<Awaited<ReturnType<typeof callApi>>["myData"]["takeOut"]>>["parts"][number]["rows"][number];

/** In: a row with words to be translated. Out: the words as the database has them. */
function plain(row: Row) {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === "object" && value !== null && "word" in value ? value.word : value]));
}
