import { log } from "../log";
import type { SmsGateway } from "./gateway";

/** No gateway is connected: says so in the log, without number and text, and claims nothing. */
export const logGateway: SmsGateway = {
  delivers: false,
  send: async () => {
    log.info("an SMS was not sent: no gateway is connected (SMS_URL)");
    return await Promise.resolve(false);
  },
};
