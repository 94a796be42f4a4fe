import { AppError } from "@/shared/errors/app-error";
import type { Actor, Post } from "./actor";
import { and, evaluate, everything, nothing, or, type Facts, type FactValue, type Filter } from "./filter";
import type { Role } from "./roles";

/** `standing`: without the units whose heir it is; their past is read, not changed. */
interface Heritage {
  readonly standing?: true;
}

/** Where a row says whose it is. */
export type Scope =
  /** the fact holds a unit's id, which must be that of the appointment, or of one whose heir it is */
  | ({ readonly unit: string } & Heritage)
  /** the fact holds a list of units' ids, one of which must be that of the appointment, or of one whose heir it is */
  | ({ readonly units: string } & Heritage)
  /** the fact holds a unit's id, which must be the municipality of the appointment, whatever body or unit it is at, or one whose heir that is */
  | ({ readonly municipalityOfPost: string } & Heritage)
  /** the fact holds a body's id, which must be that of the appointment */
  | { readonly body: string }
  /** the fact holds a list of bodies' ids, one of which must be that of the appointment */
  | { readonly bodies: string }
  /** the fact holds the hash of a visitor's token, which must be the asker's */
  | { readonly visitor: string }
  /** the fact holds a unit's path: the appointment is at the unit or above it */
  | { readonly below: string }
  /** the fact holds a person's id, which must be the asker's */
  | { readonly person: string }
  /** the fact holds a list of people's ids, one of which must be the asker's */
  | { readonly people: string };

/** Declarative conditions on facts: a value, several, «me», «assisted» (whoever sits beside at a shared computer; nobody there: never), or what it must not be. */
export type When = Readonly<Record<string, FactValue | readonly FactValue[] | { readonly not: FactValue | readonly FactValue[] }>>;

export interface PolicyRow<ScopeName extends string, Action extends string> {
  /** «anyone» needs no account, «person» any signed-in one */
  readonly role: Role | "anyone" | "person";
  readonly actions: readonly Action[];
  readonly through: ScopeName | "everywhere";
  readonly when?: When;
  /** while a desk works with somebody the row stays for what is theirs by this fact; without it, and without «assisted» among its conditions, it is closed meanwhile */
  readonly whileAssisting?: string;
}

/** A noun's table: its scopes, and who may do what through which of them. */
export interface Policy<Noun extends string = string, ScopeName extends string = string, Action extends string = string> {
  readonly noun: Noun;
  readonly scopes: Readonly<Record<ScopeName, Scope>>;
  readonly rows: readonly PolicyRow<ScopeName, Action>[];
}

export function policy<Noun extends string, ScopeName extends string, Action extends string>(
  noun: Noun,
  scopes: Readonly<Record<ScopeName, Scope>>,
  rows: readonly PolicyRow<NoInfer<ScopeName>, Action>[],
): Policy<Noun, ScopeName, Action> {
  return { noun, scopes, rows };
}

/** For nouns that belong to nobody in particular. */
export const noScopes: Readonly<Record<never, Scope>> = {};

declare const minted: unique symbol;
/** The rows of a noun that the actor may act upon. Minted here alone; repos take nothing less. */
export interface Visible<Noun extends string> {
  readonly [minted]: Noun;
  readonly filter: Filter;
}

/** The condition under which the actor may do the action, as a row condition. */
export function visible<N extends string, S extends string, A extends string>(of: Policy<N, S, A>, actor: Actor, action: A): Visible<N> {
  const filter = or(...of.rows.filter((row) => row.actions.includes(action)).map((row) => rowFilter(of, row, actor)));
  return { filter } as Visible<N>;
}

/** For jobs of the system itself, which act for nobody: the reason is written where it is called. */
export function visibleToSystem<N extends string>(noun: N, reason: string): Visible<N> {
  if (!noun || !reason) throw new Error("a system read names its noun and its reason");
  return { filter: everything } as Visible<N>;
}

export function can<N extends string, S extends string, A extends string>(of: Policy<N, S, A>, actor: Actor, action: A, facts: Facts): boolean {
  return evaluate(visible(of, actor, action).filter, facts);
}

/**
 * Passes, or throws: notSignedIn (401) without an account, notFound (404) outside what the actor may read,
 * forbidden (403) inside it without the right. A row that doesn't exist is answered as one that can't be seen. While a
 * desk works with somebody: session.assisting (403) for everything else, there or not.
 */
export function authorise<N extends string, S extends string, A extends string>(
  of: Policy<N, S, A>,
  actor: Actor,
  action: A,
  facts: Facts | null,
  readAction: A = "read" as A,
): asserts facts is Facts {
  if (facts && can(of, actor, action, facts)) return;
  const readable = facts !== null && can(of, actor, readAction, facts);
  if (actor.personId === null) throw new AppError("request.notSignedIn");
  if (actor.assisting) throw new AppError("session.assisting", { name: actor.assisting.name });
  throw new AppError(readable ? "request.forbidden" : "request.notFound");
}

/** May the actor do this to some row at all? For menus and for procedures that have no row yet. */
export function canSomewhere<N extends string, S extends string, A extends string>(of: Policy<N, S, A>, actor: Actor, action: A): boolean {
  return visible(of, actor, action).filter.kind !== "none";
}

/** The role in which the actor does it: what history and the access log name. */
export function actingRole<N extends string, S extends string, A extends string>(of: Policy<N, S, A>, actor: Actor, action: A, facts: Facts): Role | "person" | "anyone" | null {
  const row = of.rows.find((candidate) => candidate.actions.includes(action) && evaluate(rowFilter(of, candidate, actor), facts));
  return row?.role ?? null;
}

function rowFilter<N extends string, S extends string, A extends string>(of: Policy<N, S, A>, row: PolicyRow<S, A>, actor: Actor): Filter {
  return and(reach(of, row, actor), besides(row, actor), ...Object.entries(row.when ?? {}).map(([fact, wanted]) => condition(fact, wanted, actor)));
}

/** Whoever sits beside sees the screen, too: of other people it shows what anybody may see. */
function besides({ role, when, whileAssisting }: PolicyRow<string, string>, { assisting }: Actor): Filter {
  if (!assisting || role === "anyone") return everything;
  if (whileAssisting !== undefined) return { kind: "in", fact: whileAssisting, values: [assisting.personId] };
  return Object.values(when ?? {}).includes("assisted") ? everything : nothing;
}

function reach<N extends string, S extends string, A extends string>(of: Policy<N, S, A>, row: PolicyRow<S, A>, actor: Actor): Filter {
  if (row.role === "anyone" && row.through === "everywhere") return everything;
  const scope = row.through === "everywhere" ? null : of.scopes[row.through];
  if (scope && "visitor" in scope) return actor.visitorHash && !actor.assisting ? { kind: "in", fact: scope.visitor, values: [actor.visitorHash] } : nothing;
  if (actor.personId === null) return nothing;
  if (scope && "person" in scope) {
    const holds = row.role === "person" || actor.posts.some((post) => post.role === row.role);
    return holds ? { kind: "in", fact: scope.person, values: [actor.personId] } : nothing;
  }
  if (scope && "people" in scope) return row.role === "person" ? { kind: "has", fact: scope.people, values: [actor.personId] } : nothing;
  if (row.role === "person") return scope === null ? everything : nothing;
  const posts = actor.posts.filter((post) => post.role === row.role);
  if (posts.length === 0) return nothing;
  return scope === null ? everything : throughPosts(scope, posts);
}

function throughPosts(scope: Scope, posts: readonly Post[]): Filter {
  const ids = (of: (post: Post) => string | null, inherited: (post: Post) => readonly string[] | undefined = () => []) =>
    [...new Set(posts.flatMap((post) => [of(post), ...(inherited(post) ?? [])]).filter((id): id is string => id !== null))];
  const past = <T>(inherited: T): T | undefined => ("standing" in scope ? undefined : inherited);
  const unitIds = () => ids((post) => post.unitId, (post) => past(post.inheritedUnitIds));
  const within = (kind: "in" | "has", fact: string, values: readonly string[]): Filter => (values.length === 0 ? nothing : { kind, fact, values });
  if ("unit" in scope) return within("in", scope.unit, unitIds());
  if ("municipalityOfPost" in scope) return within("in", scope.municipalityOfPost, ids((post) => post.municipalityId, (post) => past(post.inheritedMunicipalityIds)));
  if ("body" in scope) return within("in", scope.body, ids((post) => post.bodyId));
  if ("bodies" in scope) return within("has", scope.bodies, ids((post) => post.bodyId));
  if ("units" in scope) return within("has", scope.units, unitIds());
  if ("below" in scope) return within("has", scope.below, unitIds());
  return nothing;
}

function condition(fact: string, wanted: When[string], actor: Actor): Filter {
  if (wanted === "assisted") return actor.assisting ? { kind: "in", fact, values: [actor.assisting.personId] } : nothing;
  if (typeof wanted === "object" && wanted !== null && "not" in wanted) return { kind: "notIn", fact, values: list(wanted.not, actor) };
  return { kind: "in", fact, values: list(wanted as FactValue | readonly FactValue[], actor) };
}

function list(wanted: FactValue | readonly FactValue[], actor: Actor): readonly FactValue[] {
  const values: readonly FactValue[] = Array.isArray(wanted) ? wanted : [wanted as FactValue];
  return values.map((value) => (value === "me" ? actor.personId : value));
}
