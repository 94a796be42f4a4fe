import type { Actor } from "@/access/actor";
import { visible } from "@/access/policy";
import { initiative as initiativePolicy } from "@/access/rules/initiative";
import { publicMarathon } from "@/features/marathon/server/service";
import type { Db } from "@/platform/db/client";
import { decodeCursor, toPage } from "@/shared/lists/cursor";
import { cleanLine } from "@/shared/text/normalise";
import type { Locale } from "@/shared/text/locale";
import { publicNumber } from "../../rules";
import { inOtherLayout, markStart, parseSearch, toPieces, type SearchText } from "../rules";
import type { Catalogue, CatalogueInput, CatalogueRow, Similar } from "../schema";
import * as repo from "./repo";

/**
 * The public catalogue. What it costs is bounded by the page and not by the word: a frequent word is found along the
 * list itself, a rare one through the index of words (repo.ts). A number finds its initiative alone; text typed in the
 * wrong keyboard layout is looked for once more as it was meant, and `meant` says so.
 */
export async function listCatalogue(db: Db, actor: Actor, input: CatalogueInput, locale: Locale, now: Date): Promise<Catalogue> {
  const marathon = await publicMarathon(db, now, input.marathon);
  if (!marathon) return { rows: [], next: null, meant: null };
  const { sort, limit, municipalityId, directionId, statuses } = input;
  const after = input.cursor ? decodeCursor(repo.positionSchema[sort], input.cursor) : null;
  const listing: repo.Listing = { marathonId: marathon.id, facets: { municipalityId, directionId, statuses }, sort, after, limit: limit + 1 };

  const typed = input.text ? parseSearch(input.text) : null;
  let found = typed ? await search(db, actor, listing, typed) : await repo.listPage(db, listing, mayRead(actor));
  const other = typed && found.length === 0 && after === null ? inOtherLayout(typed.text) : null;
  const meant = other === null ? null : parseSearch(other);
  if (meant) found = await search(db, actor, listing, meant);

  const page = toPage(found, limit, (row) => (sort === "newest" ? [row.submittedAt.toISOString(), row.id] : [row.supportCount, row.id]));
  return { rows: page.rows.map((row) => toRow(row, locale)), next: page.next, meant: meant && found.length > 0 ? meant.text : null };
}

/** While a title is typed: up to three public initiatives of the same place about the same. */
export async function listSimilar(db: Db, actor: Actor, { municipalityId, title }: { municipalityId: string | null; title: string }, now: Date): Promise<Similar[]> {
  const wanted = parseSearch(title);
  const marathon = wanted && (await publicMarathon(db, now));
  if (!wanted || !marathon || wanted.russian.length === 0) return [];
  return await repo.findSimilar(db, marathon.id, municipalityId, wanted, mayRead(actor));
}

function mayRead(actor: Actor) {
  return visible(initiativePolicy, actor, "readPublic");
}

async function search(db: Db, actor: Actor, listing: repo.Listing, wanted: SearchText): Promise<repo.StoredRow[]> {
  const may = mayRead(actor);
  if (wanted.number !== null && listing.after === null) {
    const one = await repo.findByNumber(db, wanted.number, may);
    if (one.length > 0) return one;
  }
  const walked = await repo.walkForWords(db, listing, wanted, may);
  if (walked.length >= listing.limit || !(await repo.isLongerThanWalk(db, listing, may))) return walked;
  return await repo.findWords(db, listing, wanted, may);
}

function toRow({ slug, number, direction, directionEn, title, excerpt, answer, ...row }: repo.StoredRow, locale: Locale): CatalogueRow {
  return {
    number,
    publicNumber: publicNumber(slug, number),
    title: toPieces(title),
    excerpt: toPieces(wholeWords(cleanLine(excerpt))),
    municipality: row.municipality,
    direction: locale === "en" ? directionEn : direction,
    status: row.status,
    supportCount: row.supportCount,
    submittedAt: row.submittedAt,
    answer: answer && cleanLine(answer),
  };
}

/** An excerpt never ends within a word. */
function wholeWords(text: string): string {
  return text.length < 240 || text.includes(markStart) ? text : text.slice(0, text.lastIndexOf(" "));
}
