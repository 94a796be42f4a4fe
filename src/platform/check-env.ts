import { env, EnvError } from "./env";

/** Imported first by `server.ts`: a wrong value stops the start with its line, before anything else is made. */
try {
  void env.NODE_ENV;
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
