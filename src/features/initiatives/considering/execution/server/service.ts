import { plainDateToUtc } from "@/shared/dates/plain-date";
import { AppError } from "@/shared/errors/app-error";
import type { AssignInput, CarryOutInput, PassOnInput, SignInput, StepOutput } from "../../schema";
import { change, move, once, requireCurrent, take, tell, type Asker } from "../../server/step";
import { isInGroup } from "../../server/repo";
import * as repo from "./repo";

/** What was proposed is done; what was done is said in words; photos of it stand in ../evidence. */
export async function carryOut(asker: Asker, input: CarryOutInput): Promise<StepOutput> {
  return await once(asker, "carryOut", input, async (db) => {
    const taken = await take(db, asker, "carryOut", input.initiativeId, input.version);
    requireCurrent(taken, "carryOut", input.version);
    return await move(taken, "carryOut", "carriedOut", {}, { kind: "carriedOut", visibility: "public", text: input.text });
  });
}

/** Of the official answer on paper: who signed it, its number and day. */
export async function sign(asker: Asker, input: SignInput): Promise<StepOutput> {
  return await once(asker, "sign", input, async (db) => {
    const taken = await take(db, asker, "sign", input.initiativeId, input.version);
    requireCurrent(taken, "sign", input.version);
    const { signer, number, on } = input;
    const version = await change(taken, { signedBy: signer, signedNumber: number, signedOn: plainDateToUtc(on) });
    return await tell(taken, { kind: "signed", visibility: "public", data: { signer, number, on } }, version);
  });
}

/** «Передано в ПОС», СЭД: where it also lives. Throws request.invalid when that number stands there already. */
export async function passOn(asker: Asker, input: PassOnInput): Promise<StepOutput> {
  return await once(asker, "passOn", input, async (db) => {
    const taken = await take(db, asker, "passOn", input.initiativeId, input.version);
    requireCurrent(taken, "passOn", input.version);
    const { initiativeId, system, number, link } = input;
    if (!(await repo.addPassing(db, { initiativeId, system, number, link, byId: taken.by.byId, at: taken.by.at }))) throw AppError.invalid({ number: "field.invalid" });
    const version = await change(taken, {});
    return await tell(taken, { kind: "passedOn", visibility: "public", data: { system, number, link } }, version);
  });
}

/** In whose hands it is inside the group. Throws request.invalid for somebody who isn't of the group now. */
export async function assign(asker: Asker, input: AssignInput): Promise<StepOutput> {
  return await once(asker, "assign", input, async (db) => {
    const taken = await take(db, asker, "assign", input.initiativeId, input.version);
    requireCurrent(taken, "assign", input.version);
    const { consideringId } = taken.row.scopes;
    const { personId } = input;
    if (personId !== null && (consideringId === null || !(await isInGroup(db, personId, consideringId, asker.now)))) throw AppError.invalid({ personId: "field.choice" });
    const version = await change(taken, { assigneeId: personId });
    return await tell(taken, { kind: "assigned", visibility: "internal" }, version);
  });
}
