import { isErrorCode, type ErrorCode } from "@/shared/errors/catalogue";
import type { CreateCheckpoint } from "../checkpoints/schema";
import type { SetTargets, Target } from "../targets/schema";

/** What the pages' forms ask of the platform; the pages give them. */
export interface IndicatorCalls {
  readonly setTargets: (input: SetTargets) => Promise<Target[]>;
  readonly createCheckpoint: (input: CreateCheckpoint) => Promise<unknown>;
  readonly removeCheckpoint: (input: { checkpointId: string; municipalityId: string }) => Promise<unknown>;
  readonly approve: (input: { checkpointId: string; municipalityId: string }) => Promise<unknown>;
  readonly recordPaperApproval: (input: { checkpointId: string; municipalityId: string }) => Promise<unknown>;
  readonly takeNote: (input: { checkpointId: string; municipalityIds: string[] }) => Promise<number>;
  /** the page's figures anew */
  readonly refresh: () => void;
}

/** In: whatever a call threw. Out: the code whose sentence is shown; without an answer the connection is to blame. */
export function codeOf(error: unknown): ErrorCode {
  const code = (error as { data?: { code?: unknown } } | null)?.data?.code;
  return typeof code === "string" && isErrorCode(code) ? code : "request.unavailable";
}
