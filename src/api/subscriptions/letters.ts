import { personErased } from "@/features/people/events";
import { subscribeAfter } from "@/platform/events/event";
import { removeFromMailbox } from "@/platform/mail/mailbox";

/** The file of a letter goes after its row: tried again until it is gone. */
export function registerLetters(): void {
  subscribeAfter(personErased, "letters", async (_db, { letterIds }) => await removeFromMailbox(letterIds));
}
