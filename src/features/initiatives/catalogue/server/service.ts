import { z } from "zod";
import type { Actor } from "@/access/actor";
import { visible, type Visible } from "@/access/policy";
import { initiative as initiativePolicy } from "@/access/rules/initiative";
import { publicMarathon } from "@/features/marathon/server/service";
import type { Db } from "@/platform/db/client";
import { AppError } from "@/shared/errors/app-error";
import { decodeCursor, encodeCursor, toPage } from "@/shared/lists/cursor";
import { cleanLine } from "@/shared/text/normalise";
import type { Locale } from "@/shared/text/locale";
import { firstDayOf } from "../../facets/rules";
import { publicNumber } from "../../rules";
import { excerptOf, mark, type Piece } from "../../search/ranking";
import { parseTyped } from "../../search/rules";
import { searchInitiatives } from "../../search/server/service";
import { findSimilar } from "../../search/server/similar";
import type { Catalogue, CatalogueInput, CatalogueRow, Similar } from "../schema";
import * as repo from "./repo";

const searchPosition = z.tuple([z.enum(["relevant", "newest", "supported"]), z.number().int().min(0)]);

/** The public catalogue: a list that costs as much as its page, or what is found for words (search/). */
export async function listCatalogue(db: Db, actor: Actor, input: CatalogueInput, locale: Locale, now: Date): Promise<Catalogue> {
  const marathon = await publicMarathon(db, now, input.marathon);
  if (!marathon) return { rows: [], next: null, meant: null, found: null, isPartial: false };
  const { limit, municipalityId, directionId, statuses } = input;
  const may = mayRead(actor);
  if (input.text?.trim()) return await searchCatalogue(db, { ...input, text: input.text }, marathon.id, locale, may);

  const sort = input.sort === "supported" ? "supported" : "newest";
  const after = input.cursor ? decodeCursor(repo.positionSchema[sort], input.cursor) : null;
  const since = input.period && new Date(`${firstDayOf(input.period, now)}T00:00:00Z`);
  const found = await repo.listPage(db, { marathonId: marathon.id, facets: { municipalityId, directionId, statuses }, since, sort, after, limit: limit + 1 }, may);
  const page = toPage(found, limit, (row) => (sort === "newest" ? [row.submittedAt.toISOString(), row.id] : [row.supportCount, row.id]));
  const plain = (text: string): Piece[] => [{ text, hit: false }];
  return { rows: page.rows.map((row) => toRow(row, plain(row.title), plain(wholeWords(cleanLine(row.essence))), locale)), next: page.next, meant: null, found: null, isPartial: false };
}

async function searchCatalogue(db: Db, input: CatalogueInput & { text: string }, marathonId: string, locale: Locale, may: Visible<"initiative">): Promise<Catalogue> {
  const { text, municipalityId, directionId, statuses, limit, sort = "relevant" } = input;
  const after = input.cursor ? decodeCursor(searchPosition, input.cursor) : null;
  if (after && after[0] !== sort) throw new AppError("list.badCursor");
  const typed = parseTyped(text);
  if (!typed) return { rows: [], next: null, meant: null, found: { count: 0, isMore: false }, isPartial: false };
  const { ids, next, matcher, meant, found, isPartial } = await searchInitiatives(db, { typed, narrowing: { marathonId, municipalityId, directionId, statuses }, sort, after: after?.[1] ?? null, limit }, may);
  const rows = await repo.listFound(db, ids, may);
  return {
    rows: rows.map((row) => toRow(row, mark(row.title, matcher), excerptOf(cleanLine(row.essence), matcher), locale)),
    next: next === null ? null : encodeCursor([sort, next]),
    meant: rows.length > 0 ? meant : null,
    found: sort === "newest" && after !== null ? null : found,
    isPartial,
  };
}

/** While an initiative is written: up to three public ones of the same place about the same, the most alike first. */
export async function listSimilar(db: Db, actor: Actor, { municipalityId, title, essence = "" }: { municipalityId: string | null; title: string; essence?: string }, now: Date): Promise<Similar[]> {
  const marathon = await publicMarathon(db, now);
  if (!marathon) return [];
  const may = mayRead(actor);
  const alike = await findSimilar(db, { title, essence }, { marathonId: marathon.id, municipalityId: municipalityId ?? undefined }, may);
  return await repo.listSimilar(db, alike.slice(0, 3).map(({ id }) => id), may);
}

function mayRead(actor: Actor) {
  return visible(initiativePolicy, actor, "readPublic");
}

function toRow({ slug, number, direction, directionEn, answer, ...row }: repo.StoredRow, title: Piece[], excerpt: Piece[], locale: Locale): CatalogueRow {
  return {
    number,
    publicNumber: publicNumber(slug, number),
    title,
    excerpt,
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
  return text.length < 240 ? text : text.slice(0, text.lastIndexOf(" "));
}
