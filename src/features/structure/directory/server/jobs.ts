import * as z from "zod";
import { clock } from "@/platform/clock";
import { transaction } from "@/platform/db/transaction";
import { defineJob } from "@/platform/jobs";
import { idField } from "@/shared/ids/fields";
import * as repo from "./repo";
import { runLooking, runWriting, tellBrokenOff } from "./running";

const schema = z.object({ importId: idField });
/** The largest file takes two minutes. */
const expireInSeconds = 1800;
/** The country's largest book in a process of its own: `npm run drill -- directory` measures it and the server together. */
const apart = { heapMegabytes: 112, onDeath: async ({ importId }: { importId: string }) => await tellBrokenOff(importId, clock.now()) };
const keptMs = 24 * 60 * 60 * 1000;

export const lookAt = defineJob("directory.look", { schema, expireInSeconds, apart, handler: async ({ importId }) => await runLooking(importId, clock.now()) });

export const writeDown = defineJob("directory.write", { schema, expireInSeconds, apart, handler: async ({ importId }) => await runWriting(importId, clock.now()) });

/** Files of people that nobody came back to for a day. */
export const forgetFiles = defineJob("directory.forget", { cron: "40 3 * * *", handler: async () => await transaction(async (db) => await repo.forgetImports(db, new Date(clock.now().getTime() - keptMs))) });
