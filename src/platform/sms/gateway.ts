import { env } from "../env";
import { httpGateway } from "./http-gateway";
import { logGateway } from "./log-gateway";

export interface SmsMessage {
  /** E.164 */
  readonly to: string;
  readonly text: string;
}

/** Whoever brings short messages to phones. A new one is a file beside this, and a line below. */
export interface SmsGateway {
  /** Does it bring anything at all? Pages offer a code only then. */
  readonly delivers: boolean;
  /** Out: was the message taken over? Never throws. */
  readonly send: (message: SmsMessage) => Promise<boolean>;
}

export function smsGateway(): SmsGateway {
  return env.SMS_URL === undefined ? logGateway : httpGateway(env.SMS_URL, env.SMS_TOKEN ?? null);
}
