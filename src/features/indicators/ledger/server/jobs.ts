import { startLoop, type Loop } from "@/platform/loop";
import { fold } from "./service";

const foldEveryMs = 15_000;

/** Folds at once and every 15 s, beside the dispatcher; the tail that a reader adds up stays short. */
export function startFolding(): Loop {
  return startLoop("ledger", foldEveryMs, async () => void (await fold()));
}
