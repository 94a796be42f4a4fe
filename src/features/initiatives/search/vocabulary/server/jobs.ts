import { clock } from "@/platform/clock";
import { defineJob } from "@/platform/jobs";
import { countNewWords, recountWords } from "./service";

export const newWords = defineJob("search.countNewWords", { cron: "* * * * *", expireInSeconds: 900, handler: async () => void (await countNewWords(clock.now())) });

export const allWords = defineJob("search.recountWords", { cron: "10 2 * * *", expireInSeconds: 1_800, handler: async () => await recountWords(clock.now()) });
