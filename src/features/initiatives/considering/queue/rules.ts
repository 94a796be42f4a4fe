import type { QueueNarrowing } from "./schema";

/** Where a filter of the queue is: the address can be sent to a colleague. */
export function queueAddress({ filter, assigned, directionId }: QueueNarrowing): string {
  const wanted = new URLSearchParams({ ...(filter === "all" ? {} : { filter }), ...(assigned === "any" ? {} : { assigned }), ...(directionId ? { direction: directionId } : {}) }).toString();
  return wanted ? `/desk/queue?${wanted}` : "/desk/queue";
}
