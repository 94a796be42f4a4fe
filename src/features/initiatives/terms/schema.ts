import * as z from "zod";

/** As many of each kind as a calendar is given; those whose term ends first. */
export const mostTerms = 500;

export const termRow = z.object({
  /** own: of the asker's initiative · group: of one that the asker's group considers */
  kind: z.enum(["own", "group"]),
  number: z.number().int(),
  title: z.string(),
  dueAt: z.date(),
});
export type TermRow = z.infer<typeof termRow>;
export const termsOutput = z.array(termRow);
