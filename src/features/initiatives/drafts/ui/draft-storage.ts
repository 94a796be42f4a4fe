import { isId } from "@/shared/ids/id";
import { isWithSomebody, typedAt } from "@/ui/form/typed-with";
import { draftContent, type DraftContent } from "../../schema";

/** What the device keeps of a draft: the last that was typed, and over which version. */
export interface KeptDraft {
  readonly id: string;
  /** null: the server hasn't heard of it yet */
  readonly version: number | null;
  readonly content: DraftContent;
  /** typed since the server last answered */
  readonly isAhead: boolean;
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

export function keptDraft(id: string): KeptDraft | null {
  return attempt(() => parse(store().getItem(place(id))));
}

/** One that never reached the server: begun without a connection. */
export function lostDraft(): KeptDraft | null {
  const ids = attempt(() => Object.keys(store()).filter((key) => key.startsWith(place()))) ?? [];
  return ids.map((key) => keptDraft(key.slice(place().length))).find((draft) => draft !== null && draft.version === null) ?? null;
}

function parse(text: string | null): KeptDraft | null {
  if (text === null) return null;
  const { id, version, content, isAhead } = JSON.parse(text) as KeptDraft;
  const checked = draftContent.safeParse(content);
  return isId(id) && checked.success ? { id, version: typeof version === "number" ? version : null, content: checked.data, isAhead: isAhead === true } : null;
}
