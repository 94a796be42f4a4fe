import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { appRouter } from "@/api/root";
import { registerSubscriptions } from "@/api/subscriptions";
import { trpcHandler } from "@/platform/trpc/node-handler";

/** A process of its own that answers procedures as the platform's does, by the environment's database; it says its port and ends with its input. */
registerSubscriptions();
const answer = trpcHandler(appRouter);
const server = createServer((request, response) => void answer(request, response));
server.listen(0, "127.0.0.1", () => process.stdout.write(`PORT ${(server.address() as AddressInfo).port}\n`));
process.stdin.on("end", () => process.exit(0)).resume();
