import type { z } from "zod";

/** For z.string().transform: a variable of the environment that holds JSON, as what it says. */
export function fromJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: "custom", message: "no JSON" });
    return undefined;
  }
}
