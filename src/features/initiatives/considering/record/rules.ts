import * as z from "zod";

interface Told {
  readonly visibility: "public" | "author" | "internal";
  readonly data: unknown;
}

/** What an entry says that took the initiative to another municipality. */
const moved = z.object({ fromUnitId: z.uuid(), toUnitId: z.uuid() });
/** Entries by which one municipality's initiative becomes another's; those before ADR 0018 don't say from where. */
const moves: ReadonlySet<string> = new Set(["offerAccepted", "imposed", "placeCorrected"]);

/**
 * In: the course, oldest first, and whose it is now. Out: the course without what the groups of other municipalities said among themselves
 * while it was theirs. Where nothing says whose it was before, that is nobody's to read.
 */
export function ownCourse<E extends Told & { readonly kind: string }>(course: readonly E[], municipalityId: string): E[] {
  let owner: string | null = municipalityId;
  return course.toReversed().filter(({ kind, visibility, data }) => {
    const isRead = visibility !== "internal" || owner === municipalityId;
    const move = moves.has(kind) ? moved.safeParse(data) : null;
    if (move?.success) owner = move.data.fromUnitId;
    else if (move && kind !== "placeCorrected") owner = null;
    return isRead;
  }).toReversed();
}
