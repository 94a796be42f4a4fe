// One way to end, whatever the reason: a signal (also doubled by npm and the terminal), the death of npm, an error, the server's exit.
// Child processes are stopped first, then what was opened, the last first: server, database, lock.
import { onNpmGone } from "./processes.mjs";
import { refuse, say } from "./say.mjs";

const steps = [];
let stopChildren = async () => {};
let ending = null;
let firstSignal = 0;
let interrupted = 0;
const hurry = new AbortController();

/** Registers what to do at the end; `hurry` is aborted when the person presses Ctrl-C again. */
export function atEnd(step) {
  steps.push(step);
}

/** How to stop the child processes: whenever they were started, the database must outlive them. */
export function atEndFirst(step) {
  stopChildren = step;
}

export const isEnding = () => ending !== null;

/** Stops everything and ends the process. Called again, it only waits with the first. */
export function end(exitCode) {
  ending ??= (async () => {
    for (const step of [stopChildren, ...steps.reverse()]) {
      try {
        await step(hurry.signal);
      } catch (error) {
        exitCode = refuse(error);
      }
    }
    process.exit(exitCode);
  })();
  return ending;
}

function onSignal() {
  // The terminal, npm and the first stage may each send theirs for one press of Ctrl-C.
  if (!firstSignal) {
    firstSignal = Date.now();
    say("Останавливаемся");
    void end(interrupted);
  } else if (Date.now() - firstSignal > 1500 && !hurry.signal.aborted) {
    say("Прерываем текущие запросы; базу данных останавливаем как обычно");
    hurry.abort();
  }
}

/**
 * Runs a command to its end: main's own return, an error or a signal; then everything it started is stopped.
 * @param whenInterrupted the exit code after Ctrl-C: 0 for what is meant to be stopped so, 130 for what was cut short
 */
export async function runToEnd(main, { whenInterrupted = 130 } = {}) {
  interrupted = whenInterrupted;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
  process.on("disconnect", onSignal);
  process.channel?.unref();
  onNpmGone(onSignal);
  const fail = (error) => {
    if (isEnding()) return; // it broke because we are stopping
    void end(refuse(error));
  };
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  try {
    const exitCode = await main();
    await end(exitCode ?? 0);
  } catch (error) {
    fail(error);
    await ending;
  }
}
