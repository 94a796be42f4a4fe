import type { Direction, Municipality, Organisation } from "@/features/marathon/schema";
import type { Similar } from "../../catalogue/schema";
import type { BeginInput } from "../../attachments/schema";
import type { SubmitOutcome } from "../../submission/schema";
import type { DraftContent } from "../../schema";
import type { Draft, SaveOutcome } from "../schema";

/** The calls of the wizard; the page gives them, so that the feature knows no client of its own. */
export interface DraftApi {
  readonly start: (input: { id: string; posterCode?: string; content: DraftContent }) => Promise<Draft>;
  readonly save: (input: { id: string; version: number; content: DraftContent }) => Promise<SaveOutcome>;
  readonly discard: (input: { id: string }) => Promise<unknown>;
  readonly beginAttachment: (input: BeginInput) => Promise<unknown>;
  readonly removeAttachment: (input: { fileId: string }) => Promise<unknown>;
  readonly submit: (input: { draftId: string; version: number }) => Promise<SubmitOutcome>;
  readonly similar: (input: { municipalityId: string | null; title: string; essence: string }) => Promise<readonly Similar[]>;
  readonly support: (input: { number: number; on: boolean }) => Promise<unknown>;
  readonly follow: (input: { number: number; on: boolean }) => Promise<unknown>;
  readonly municipalities: (input: { marathonId: string; regionId: string }) => Promise<readonly Municipality[]>;
  readonly directions: (input: { marathonId: string; municipalityId: string }) => Promise<readonly Direction[]>;
  readonly organisations: (input: { municipalityId: string }) => Promise<readonly Organisation[]>;
}

export interface Refusal {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly fields?: Readonly<Record<string, string>>;
}

/** In: whatever a call threw. Out: what the server refused; null when it was not reached. */
export function refusalOf(error: unknown): Refusal | null {
  const data = (error as { data?: unknown } | null)?.data;
  return typeof data === "object" && data !== null && "code" in data ? (data as Refusal) : null;
}
