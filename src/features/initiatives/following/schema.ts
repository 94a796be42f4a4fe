import { z } from "zod";
import { initiativeStatusField } from "../schema";

export const followedOutput = z.object({
  rows: z.array(z.object({ number: z.number().int(), title: z.string(), municipality: z.string(), status: initiativeStatusField })),
  next: z.string().nullable(),
});
export type FollowedList = z.infer<typeof followedOutput>;
