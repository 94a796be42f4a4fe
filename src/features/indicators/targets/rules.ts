import { AppError } from "@/shared/errors/app-error";
import type { Metric, Round } from "../schema";
import { targetKey, targetLimits, type Target, type TargetChange } from "./schema";

/** Targets are set until collection ends; afterwards there is nothing left to reach. Throws marathon.closed. */
export function assertSettable({ phase }: Pick<Round, "phase">): void {
  if (phase === "closing" || phase === "finished") throw new AppError("marathon.closed");
}

/**
 * In: what is asked, what stands. Out: nothing. Throws target.changedMeanwhile where somebody else has changed, set or
 * taken away one of them since the page was opened.
 */
export function assertUnchanged(changes: readonly TargetChange[], standing: readonly Target[]): void {
  const byKey = new Map(standing.map((target) => [targetKey(target), target.version]));
  for (const change of changes) {
    if ((byKey.get(targetKey(change)) ?? null) !== change.version) throw new AppError("target.changedMeanwhile");
  }
}

export type TypedValue = { readonly ok: true; readonly value: number | null } | { readonly ok: false; readonly key: "field.number" | "field.tooSmall" | "field.tooBig" };

/** In: a field as typed («1 200»). Out: the number, null for empty, or what is wrong with it. */
export function parseTarget(typed: string): TypedValue {
  const text = typed.replaceAll(/[\s\u00a0\u202f]/g, "").replace(/^[−–]/, "-");
  if (text === "") return { ok: true, value: null };
  if (!/^-?\d{1,15}$/.test(text)) return { ok: false, key: "field.number" };
  const value = Number(text);
  if (value < targetLimits.least) return { ok: false, key: "field.tooSmall" };
  return value > targetLimits.most ? { ok: false, key: "field.tooBig" } : { ok: true, value };
}

export interface SumCheck {
  readonly sum: number;
  readonly whole: number;
  /** positive: that many are missing in the parts; negative: the parts are more than the whole */
  readonly difference: number;
}

/** Do the parts add up to the whole? Told, not forbidden. Null where there are no parts or no whole. */
export function checkSum(parts: readonly (number | null)[], whole: number | null): SumCheck | null {
  const set = parts.filter((part) => part !== null);
  if (whole === null || set.length === 0) return null;
  const sum = set.reduce((all, part) => all + part, 0);
  return { sum, whole, difference: whole - sum };
}

/** The municipality's whole target of a metric; null where none is set. */
export function wholeOf(targets: readonly Target[], metric: Metric): number | null {
  return targets.find((target) => target.metric === metric && target.directionId === null && target.organisationId === null)?.value ?? null;
}
