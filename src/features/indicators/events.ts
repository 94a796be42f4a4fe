import * as z from "zod";
import { defineEvent } from "@/platform/events/event";
import { idField } from "@/shared/ids/fields";

const scopes = z.object({ marathonId: idField, municipalityId: idField });

/** The head has set, changed or taken away targets. */
export const targetsSet = defineEvent("target.set", scopes.extend({ count: z.number().int() }));

const checkpointScopes = scopes.extend({ checkpointId: idField });
export const checkpointCreated = defineEvent("checkpoint.created", checkpointScopes);
export const checkpointRemoved = defineEvent("checkpoint.removed", checkpointScopes);
/** The head has approved what a checkpoint showed, or it was recorded that he did so on paper. */
export const checkpointApproved = defineEvent("checkpoint.approved", checkpointScopes.extend({ onPaper: z.boolean() }));
/** The council has taken note. */
export const checkpointNoted = defineEvent("checkpoint.noted", checkpointScopes);
