import type { Policy } from "../policy";
import { consentDocument } from "./consent-document";
import { draft } from "./draft";
import { checkpoint, indicator, target } from "./indicator";
import { initiative } from "./initiative";
import { marathon, participation, posterLink } from "./marathon";
import { accessLog, installation, mailbox, notification } from "./message";
import { identity, person, secondFactor, session, stackScan } from "./person";
import { appointment, body, duty, unit } from "./structure";
import { lateSheet } from "./late-sheet";
import { missedTerm, regulation } from "./regulation";
import { keyQuestion } from "./key-question";
import { phoneRegistration } from "./phone-registration";
import { remark } from "./remark";
import { wording } from "./wording";
import { ticket } from "./ticket";

/** Every policy of the house: docs/access.md and the matrix are made from this list. */
export const policies = {
  initiative, keyQuestion, draft, wording, lateSheet, remark, ticket, person, stackScan, session, secondFactor, identity, phoneRegistration, consentDocument, unit, body, appointment, duty, marathon, participation, posterLink,
  indicator, target, checkpoint, regulation, missedTerm, notification, mailbox, installation, accessLog,
} as const satisfies Record<string, Policy<string, never, never> | Policy>;

export type PolicyNoun = keyof typeof policies;

type ActionOf<P> = P extends Policy<string, string, infer A> ? A : never;

/** «initiative.decide» …: what every entry point names. */
export type AccessName = { [N in PolicyNoun]: `${N}.${ActionOf<(typeof policies)[N]>}` }[PolicyNoun];
