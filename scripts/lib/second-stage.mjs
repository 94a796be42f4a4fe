// Entry of the second stage when it is a process of its own.
import { pathToFileURL } from "node:url";
import { refuse } from "./say.mjs";

const [file, ...args] = process.argv.slice(2);
process.channel?.unref(); // the channel is only there to tell when the first stage was killed
try {
  const { default: main } = await import(pathToFileURL(file).href);
  await main(args);
} catch (error) {
  process.exitCode = refuse(error);
}
