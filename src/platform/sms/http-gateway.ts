import { log } from "../log";
import type { SmsGateway } from "./gateway";

const patienceMs = 10_000;

/** POST {to, text} as JSON, the key as a bearer; any 2xx is a message taken over. Most operators' relays speak this or are a dozen lines away from it. */
export function httpGateway(url: string, token: string | null): SmsGateway {
  return {
    delivers: true,
    send: async ({ to, text }) => {
      try {
        const headers = { "content-type": "application/json", ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
        const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify({ to, text }), redirect: "error", signal: AbortSignal.timeout(patienceMs) });
        if (!answer.ok) log.warn({ status: answer.status }, "the SMS gateway refused a message");
        return answer.ok;
      } catch (err) {
        log.warn({ err }, "the SMS gateway did not answer");
        return false;
      }
    },
  };
}
