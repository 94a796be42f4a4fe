import "@/features/indicators/checkpoints/server/jobs";
import "@/features/indicators/ledger/server/jobs";
import "@/platform/housekeeping";
import { authenticatePerson } from "@/features/people/server/service";
import { registerAuthenticator } from "@/platform/auth/authenticator";
import { registerLedger } from "./subscriptions/ledger";
import { registerMessages } from "./subscriptions/messages";
import { registerPages } from "./subscriptions/pages";

/**
 * Where features are told of each other, and where they take their places on the platform: subscribers of events,
 * the authenticator, jobs. Called once, before the server listens.
 */
export function registerSubscriptions(): void {
  registerAuthenticator(authenticatePerson);
  registerLedger();
  registerMessages();
  registerPages();
}
