import net from "node:net";

/** @returns the error's code if the port cannot be taken, null if it can */
export function whyNotFree(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", (error) => resolve(error.code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

export const isFree = async (port, host) => (await whyNotFree(port, host)) === null;

/** A port that nobody listens on; below the range that the system hands out to outgoing connections. */
export async function freePort() {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    if (await isFree(port)) return port;
  }
  throw new Error("no free port between 15000 and 30000");
}
