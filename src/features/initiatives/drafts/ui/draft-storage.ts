import { isId } from "@/shared/ids/id";
import { isWithSomebody, typedAt } from "@/ui/form/typed-with";
import { draftContent, type DraftContent } from "../../schema";
import { isUntouched } from "../rules";

/** What the device keeps of a draft until the server has it: the last that was typed, over which version, and whose. */
export interface KeptDraft {
  readonly id: string;
  /** null: the server hasn't heard of it yet */
  readonly version: number | null;
  readonly content: DraftContent;
  /** who was signed in when it was typed; null: nobody */
  readonly ownerId: string | null;
}

const place = (id = "") => typedAt(`initiative-draft:${id}`);

/** What is worded with somebody at a shared computer goes with that session. */
function store(): Storage {
  return isWithSomebody() ? sessionStorage : localStorage;
}

/** A full or forbidden store is no reason to stop somebody who writes: the server has it then. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

export function keepDraft(draft: KeptDraft): void {
  attempt(() => store().setItem(place(draft.id), JSON.stringify(draft)));
}

export function forgetDraft(id: string): void {
  attempt(() => store().removeItem(place(id)));
}

/** Of a draft that the server has given to this person: typed by them, or before they had signed in. */
export function keptDraft(id: string, ownerId: string | null): KeptDraft | null {
  const kept = attempt(() => parse(store().getItem(place(id))));
  return kept && (kept.ownerId === ownerId || kept.ownerId === null) ? kept : null;
}

/** One that never reached the server, begun without a connection: the person's own, else one by whoever was here without signing in. */
export function lostDraft(ownerId: string | null): KeptDraft | null {
  const lost = allKept().filter(({ version, content }) => version === null && !isUntouched(content));
  return lost.find((draft) => draft.ownerId === ownerId) ?? lost.find((draft) => draft.ownerId === null) ?? null;
}

/** What this device alone knows of what the person has typed. */
export function unsentDrafts(ownerId: string): KeptDraft[] {
  return allKept().filter((draft) => draft.ownerId === ownerId && !isUntouched(draft.content));
}

/** At their sign-out: whoever sits down next finds nothing of it. */
export function sweepDrafts(ownerId: string): void {
  for (const draft of allKept()) if (draft.ownerId === ownerId) forgetDraft(draft.id);
}

function allKept(): KeptDraft[] {
  const keys = attempt(() => Object.keys(store()).filter((key) => key.startsWith(place()))) ?? [];
  return keys.flatMap((key) => attempt(() => parse(store().getItem(key))) ?? []);
}

function parse(text: string | null): KeptDraft | null {
  if (text === null) return null;
  const { id, version, content, ownerId } = JSON.parse(text) as Partial<KeptDraft>;
  const checked = draftContent.safeParse(content);
  return isId(id) && checked.success ? { id, version: typeof version === "number" ? version : null, content: checked.data, ownerId: isId(ownerId) ? ownerId : null } : null;
}
