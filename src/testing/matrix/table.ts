import { roles } from "@/access/roles";

/** Who asks: every role at its seat in the home municipality (its region, the country), those without a post, and the coordinator at whose computer the resident sits now. */
export const signedIn = ["person", ...roles] as const;
export const askers = ["anonymous", "visitor", "assisting", ...signedIn] as const;
export type Asker = (typeof askers)[number];

/**
 * What is asked for, seen from the home municipality:
 * own – of the asker's organisation, group, hotline, pen · parent – a tier up · child – of a поселение inside the район ·
 * sibling – of another organisation and group of the same municipality · neighbour – of another municipality of the region ·
 * far – of another region · mixed – somebody else's row under one's own roof · visitors – what a visitor holds by a cookie ·
 * gone – ended, closed, withdrawn, erased · absent – never was.
 */
export const relations = ["own", "parent", "child", "sibling", "neighbour", "far", "mixed", "visitors", "gone", "absent"] as const;
export type Relation = (typeof relations)[number];

export interface Target {
  readonly id: string;
  readonly number: number;
  readonly municipalityId: string;
}

/** What a row's input may need beside its target. */
export interface Home {
  readonly municipalityId: string;
  readonly regionId: string;
  readonly marathonId: string;
  readonly schoolId: string;
  readonly groupId: string;
  readonly directionId: string;
  readonly documentId: string;
  readonly checkpointId: string;
  /** somebody of the municipality whom no coordinator registered */
  readonly spareId: string;
  /** of the coordinator of its school */
  readonly tripId: string;
}

export const nouns = ["initiative", "draft", "remark", "lateSheet", "keyQuestion", "attachment", "evidence", "actScan", "consentScan", "stackScan", "ticket", "appointment", "municipality", "seat", "organisation", "hotline", "group", "person", "waiting", "checkpoint", "notification", "session", "identity", "shift", "unitChange", "direction"] as const;
export type Noun = (typeof nouns)[number];

/**
 * Two lists of askers, divided by spaces: who is let through, and who is told 403. Everybody else hears 404, without an
 * account 401, with somebody beside either.
 */
export type Expected = string | readonly [allowed: string, forbidden: string];
type ByRelation = Partial<Readonly<Record<Relation, Expected>>>;

export interface Row {
  readonly noun: Noun | null;
  readonly input: (target: Target, home: Home, relation: Relation) => unknown;
  readonly expected: ByRelation;
  /** what those hear who are named nowhere */
  readonly otherwise: 403 | 404;
  /** entry points that need no account answer a stranger «нет такого», not «войдите» */
  readonly open: boolean;
}
export type Rows = Readonly<Record<string, Row>>;

/** One line of the matrix. A relation that isn't named lets nobody through. */
export function row(noun: Noun, input: Row["input"], expected: ByRelation, more: { readonly open?: boolean } = {}): Row {
  return { noun, input, expected, otherwise: 404, open: more.open ?? false };
}

/** For what has no row to look at: lists of one's own, new things, public pages. */
export function general(allowed: string, input: (home: Home) => unknown = () => undefined, more: { readonly otherwise?: 403 | 404; readonly open?: boolean; readonly forbidden?: string } = {}): Row {
  return { noun: null, input: (_target, home) => input(home), expected: { own: more.forbidden === undefined ? allowed : [allowed, more.forbidden] }, otherwise: more.otherwise ?? 404, open: more.open ?? false };
}

export const everyone = askers.join(" ");
/** Everyone but who has somebody beside: it would be done in the helper's name. */
export const alone = askers.filter((asker) => asker !== "assisting").join(" ");
export const withAccount = signedIn.join(" ");

/** In: who may read by relation, and who of them may act. Out: those who read and may not act hear 403. */
export function acting(readers: Readonly<Partial<Record<Relation, string>>>, actors: Readonly<Partial<Record<Relation, string>>>): ByRelation {
  return Object.fromEntries(Object.entries(readers).map(([relation, who]) => [relation, [actors[relation as Relation] ?? "", who] as const]));
}

const words = (text: string): readonly string[] => text.split(" ").filter(Boolean);

export type Outcome = "through" | 401 | 403 | 404;
/** «refused»: 403 with the sentence, or 404 */
export type Wanted = Outcome | "refused";

export function expectedOf({ expected, otherwise, open }: Row, relation: Relation, asker: Asker): Wanted {
  const listed = expected[relation] ?? "";
  const [allowed, forbidden] = typeof listed === "string" ? [listed, ""] : listed;
  const unknown = [...words(allowed), ...words(forbidden)].filter((name) => !(askers as readonly string[]).includes(name));
  if (unknown.length > 0) throw new Error(`the matrix names nobody: ${unknown.join(", ")}`);
  if (words(allowed).includes(asker)) return "through";
  if (asker === "assisting") return "refused";
  if ((asker === "anonymous" || asker === "visitor") && !open) return 401;
  return words(forbidden).includes(asker) ? 403 : otherwise;
}
