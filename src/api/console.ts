import "@/platform/check-env";
import { issuePasswordToken, resetAdministratorFactor } from "@/features/people/recovery/server/service";
import { clock } from "@/platform/clock";
import { closeDatabase } from "@/platform/db/client";
import { env } from "@/platform/env";
import { isAppError } from "@/shared/errors/app-error";
import { emailField } from "@/shared/text/fields";

/** What whoever holds the server asks for: npm run admin. In: the command, an e-mail. Out: one line of JSON. */
const commands: Readonly<Record<string, (email: string) => Promise<{ readonly link?: string }>>> = {
  "reset-second-factor": async (email) => {
    await resetAdministratorFactor(email, clock.now());
    return {};
  },
  "reset-password": async (email) => ({ link: new URL(`/sign-in/reset?${new URLSearchParams({ token: await issuePasswordToken(email, clock.now()) }).toString()}`, env.PUBLIC_URL).toString() }),
};

async function answer([command = "", given = ""]: readonly string[]): Promise<object> {
  const email = emailField.safeParse(given);
  const run = commands[command];
  if (!run || !email.success) return { ok: false, reason: "request.invalid" };
  try {
    return { ok: true, ...(await run(email.data)) };
  } catch (error) {
    if (isAppError(error)) return { ok: false, reason: error.code };
    throw error;
  }
}

const said = await answer(process.argv.slice(2));
process.stdout.write(`${JSON.stringify(said)}\n`);
await closeDatabase();
