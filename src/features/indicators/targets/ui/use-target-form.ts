"use client";

import { useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import type { ErrorCode } from "@/shared/errors/catalogue";
import { codeOf, type IndicatorCalls } from "../../ui/calls";
import { parseTarget } from "../rules";
import { targetKey, type Target, type TargetChange, type Targets } from "../schema";

export type Typed = Readonly<Record<string, string>>;
export type FieldKey = "number" | "tooSmall" | "tooBig";
type Part = Pick<Target, "metric" | "directionId" | "organisationId">;

export type Outcome = { readonly kind: "saved" } | { readonly kind: "unchanged" } | { readonly kind: "wrong" } | { readonly kind: "refused"; readonly code: ErrorCode } | null;

const asText = (target: Target | undefined) => (target ? String(target.value) : "");

/** Fields as typed beside what stood when they were read; nothing typed is lost by a refusal. */
export function useTargetForm({ targets, place, round }: Targets, calls: IndicatorCalls) {
  const seen = useRef(new Map(targets.map((target) => [targetKey(target), target])));
  const [typed, setTyped] = useState<Typed>({});
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [attempt, setAttempt] = useState(0);
  const [checked, setChecked] = useState(false);
  /** what this page had shown before it learned of somebody else's changes */
  const [conflict, setConflict] = useState<ReadonlyMap<string, Target> | null>(null);
  const key = useRef<string | null>(null);
  const standing: ReadonlyMap<string, Target> = new Map(targets.map((target) => [targetKey(target), target]));
  const base = conflict ? standing : seen.current;

  const textOf = (part: Part) => typed[targetKey(part)] ?? asText(base.get(targetKey(part)));
  const valueOf = (part: Part) => {
    const parsed = parseTarget(textOf(part));
    return parsed.ok ? parsed.value : null;
  };
  const errorOf = (part: Part): FieldKey | null => {
    const parsed = parseTarget(textOf(part));
    return !checked || parsed.ok ? null : (parsed.key.replace("field.", "") as FieldKey);
  };
  /** what stands now, where somebody else has set it otherwise than the page showed */
  const othersOf = (part: Part): number | null | undefined => {
    const [before, now] = [conflict?.get(targetKey(part)), standing.get(targetKey(part))];
    return conflict && before?.version !== now?.version ? (now?.value ?? null) : undefined;
  };

  const type = (part: Part, text: string) => setTyped((all) => ({ ...all, [targetKey(part)]: text }));
  const settle = (next: Outcome) => {
    setOutcome(next);
    setAttempt((count) => count + 1);
  };

  const save = async (parts: readonly Part[]) => {
    setChecked(true);
    const read = parts.map((part) => ({ part, parsed: parseTarget(textOf(part)) }));
    if (read.some(({ parsed }) => !parsed.ok)) return settle({ kind: "wrong" });
    const changes = read.flatMap(({ part, parsed }): TargetChange[] => {
      const before = base.get(targetKey(part));
      if (!parsed.ok || parsed.value === (before?.value ?? null)) return [];
      return [{ metric: part.metric, directionId: part.directionId, organisationId: part.organisationId, value: parsed.value, version: before?.version ?? null }];
    });
    if (changes.length === 0) return settle({ kind: "unchanged" });
    key.current ??= newId();
    try {
      const now = await calls.setTargets({ municipalityId: place.id, marathonId: round.id, key: key.current, changes });
      seen.current = new Map(now.map((target) => [targetKey(target), target]));
      key.current = null;
      setTyped({});
      setConflict(null);
      setChecked(false);
      settle({ kind: "saved" });
      calls.refresh();
    } catch (error) {
      const code = codeOf(error);
      // only a lost answer may have been a success: then the same key is sent again
      if (code !== "request.unavailable") key.current = null;
      if (code === "target.changedMeanwhile") {
        setConflict(new Map(base));
        calls.refresh();
      }
      settle({ kind: "refused", code });
    }
  };

  return { textOf, valueOf, errorOf, othersOf, type, save, outcome, attempt };
}
