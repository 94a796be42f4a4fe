import "./flows/my-data/sweep";
import "@/features/indicators/checkpoints/server/jobs";
import "@/features/indicators/ledger/server/jobs";
import "@/features/initiatives/attachments/server/jobs";
import "@/features/people/stacks/server/jobs";
import "@/features/initiatives/search/vocabulary/server/jobs";
import "@/features/initiatives/facets/server/jobs";
import "@/features/structure/units/server/jobs";
import "@/features/structure/directory/server/jobs";
import "@/platform/housekeeping";
import "./flows/missed-terms";
import "./flows/left-work";
import { authenticatePerson } from "@/features/people/server/service";
import { registerAuthenticator } from "@/platform/auth/authenticator";
import { registerHandover } from "./subscriptions/handover";
import { registerLedger } from "./subscriptions/ledger";
import { registerLetters } from "./subscriptions/letters";
import { registerMessages } from "./subscriptions/messages";
import { registerPages } from "./subscriptions/pages";
import { registerReaders } from "./subscriptions/readers";
import { registerRounds } from "./subscriptions/rounds";
import { registerRemarks } from "./subscriptions/remarks";

/**
 * Where features are told of each other, and where they take their places on the platform: subscribers of events,
 * the authenticator, jobs. Called once, before the server listens.
 */
export function registerSubscriptions(): void {
  registerAuthenticator(authenticatePerson);
  registerHandover();
  registerLedger();
  registerLetters();
  registerMessages();
  registerPages();
  registerReaders();
  registerRounds();
  registerRemarks();
}
