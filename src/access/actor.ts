import type { Role } from "./roles";

/** One appointment that is valid now. */
export interface Post {
  readonly appointmentId: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly bodyId: string | null;
  readonly municipalityId: string | null;
  readonly marathonId: string | null;
  /** ended units whose heir the unit of the post is, and those whose heir its municipality is: their past is seen by this post */
  readonly inheritedUnitIds?: readonly string[];
  readonly inheritedMunicipalityIds?: readonly string[];
  /** stands in for somebody */
  readonly isSubstitute: boolean;
}

/** Whom a desk works with now. */
export interface Assisted {
  readonly personId: string;
  readonly name: string;
}

/** Who asks. Loaded anew for every request: a right that has ended is gone with the next one. */
export interface Actor {
  /** null: not signed in */
  readonly personId: string | null;
  /** sha-256 of the token in a visitor's cookie: what somebody without an account began is theirs */
  readonly visitorHash?: string | null;
  /** which of the person's sessions asks */
  readonly sessionId?: string;
  /** their posts demand a second factor that they haven't set up: until then they hold none of them (platform/auth/actor.ts) */
  readonly lacksSecondFactor?: true;
  /** a shared computer works with somebody who sits beside: of the helper's rights those are left that are about this person (policy.ts, assisting.ts) */
  readonly assisting?: Assisted;
  readonly posts: readonly Post[];
}

export const anonymous: Actor = { personId: null, visitorHash: null, posts: [] };

export function hasRole(actor: Actor, role: Role): boolean {
  return actor.posts.some((post) => post.role === role);
}

/** Posts of a role, the substantive ones first. */
export function postsOf(actor: Actor, ...wanted: readonly Role[]): readonly Post[] {
  return actor.posts.filter((post) => wanted.includes(post.role)).toSorted((a, b) => Number(a.isSubstitute) - Number(b.isSubstitute));
}
