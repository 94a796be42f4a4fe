import type { Actor } from "@/access/actor";

/** In: places that may be read. Out: the asker's own among them, else the first. */
export function choosePlace(actor: Actor, places: readonly { readonly id: string }[]): string | null {
  const own = actor.posts.map((post) => post.municipalityId);
  return (places.find(({ id }) => own.includes(id)) ?? places[0])?.id ?? null;
}
