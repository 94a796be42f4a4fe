import { authorise, visible } from "@/access/policy";
import { initiative } from "@/access/rules/initiative";
import type { Context } from "@/platform/trpc/context";
import { publicNumber } from "../../../rules";
import { isOpen } from "../../rules";
import { consideringLimits } from "../../schema";
import { findConsidered, saveProposal } from "../../server/repo";
import { requireValid } from "../../server/service";
import { change, once, take, tell, type Asker } from "../../server/step";
import { changedMeanwhile } from "../../server/conflict";
import { fillTemplate } from "../rules";
import type { AlikeRow, PrepareTogetherInput, TogetherOutput } from "../schema";
import * as repo from "./repo";

/** What can be answered together with this one. */
export async function listAlike({ db, actor }: Pick<Context, "db" | "actor">, initiativeId: string): Promise<AlikeRow[]> {
  const row = await findConsidered(db, { id: initiativeId });
  authorise(initiative, actor, "prepare", row?.facts ?? null);
  const found = await repo.findAlike(db, visible(initiative, actor, "prepare"), initiativeId, consideringLimits.batch);
  return found.map(({ slug, ...one }) => ({ ...one, publicNumber: publicNumber(slug, one.number) }));
}

/** A proposal for each, from one template; the lead confirms them together. One that changed meanwhile is left as it is, and said to be. */
export async function prepareTogether(asker: Asker, input: PrepareTogetherInput): Promise<TogetherOutput> {
  return await once(asker, "prepareTogether", input, async (db) => {
    const { decision, competence, template } = input;
    const results: TogetherOutput["results"] = [];
    const wanted = new Map(input.items.map(({ initiativeId, version }) => [initiativeId, version]));
    // always in the same order: two secretaries with one cluster wait for each other instead of locking each other out
    for (const [initiativeId, version] of [...wanted].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const taken = await take(db, asker, "prepare", initiativeId);
      const { row, by } = taken;
      const { number } = row.scopes;
      const said = { initiativeId, number, title: row.title };
      const verdict = requireValid({ decision, competence, text: fillTemplate(template, { number: String(number), title: row.title }) });
      const isCurrent = row.version === version && isOpen("prepare", row, by.at);
      const isPrepared = isCurrent && !(await changedMeanwhile(async () => {
        const now = await change(taken, {});
        await saveProposal(db, initiativeId, verdict, { preparedById: by.byId, preparedAt: by.at, version: row.version });
        await tell(taken, { kind: "proposalPrepared", visibility: "internal", text: verdict.text, data: { decision, competence } }, now);
      }));
      results.push({ ...said, outcome: isPrepared ? "prepared" : "changedMeanwhile" });
    }
    return { results };
  });
}
