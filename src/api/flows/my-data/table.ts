import type { Db } from "@/platform/db/client";

/**
 * What becomes of a column once the person is erased.
 * deleted – its row goes · cleared – it is emptied or filled with words that say so · nameless – an id that leads to a person
 * without a name any more · public – said in public, kept with nobody's name (the demand) · kept – the law makes the municipality keep it for a time · nobody – never of a person who asks.
 */
export type Fate = "deleted" | "cleared" | "nameless" | "public" | "kept" | "nobody";

/** A value as the file tells it: a word to be translated is `{ word }`. */
export type Told = string | number | boolean | Date | null | { readonly word: string };
export type ToldRow = Readonly<Record<string, Told>>;

/** Somebody with all the cards that were merged into theirs. */
export interface Subject {
  readonly ids: readonly string[];
  /** theirs alone: an address, and a phone that nobody else living shares */
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** What erasing needs beside the person. */
export interface Erasing extends Subject {
  readonly now: Date;
  /** what stands where private words stood: data, in the language of the data */
  readonly words: { readonly title: string; readonly text: string; readonly person: string };
}

/** One table of the database: what of it is a person's, how it is told to them and how it is erased. */
export interface DataTable {
  readonly table: string;
  /** each column of words, of JSON and of a person's id: registry.db.test.ts compares with the database's own catalogue */
  readonly columns: Readonly<Record<string, Fate>>;
  /** why it isn't in the file, or why something of it stays */
  readonly because?: string;
  /** the part of «Мои данные», oldest first */
  readonly tell?: (db: Db, subject: Subject) => Promise<readonly ToldRow[]>;
  /** Out: how many rows were touched. Doing it again touches none. */
  readonly erase?: (db: Db, erasing: Erasing) => Promise<number>;
}
