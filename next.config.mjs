import createNextIntlPlugin from "next-intl/plugin";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));

/** Pages have no dot in their address; files of public/ and the server's own paths do, or are named here. The home page is the empty path. */
const pages = "/:path((?!_next/|api/|files/)[^.]*)";
const english = { type: "cookie", key: "locale", value: "en" };

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: { root },
  // checked by `npm test` with TypeScript 7, whose compiler Next can't call
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // one copy in the process, shared with our own server
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-pg", "pg", "pg-boss", "pino", "nodemailer", "rate-limiter-flexible", "@node-rs/argon2"],
  // the language is a folder that nobody sees: a cookie that a page reads would make the page dynamic (STACK.md).
  // Rules are applied one after another, hence «missing»: the second must not take what the first has made
  rewrites: async () => ({
    beforeFiles: [
      { source: pages, has: [english], destination: "/en/:path" },
      { source: pages, missing: [english], destination: "/ru/:path" },
    ],
    afterFiles: [],
    fallback: [],
  }),
  // a page's address is the same in both languages, so a browser asks each time whether its copy still holds
  headers: async () => [{ source: "/((?!_next/static/).*)", headers: [{ key: "Cache-Control", value: "private, no-cache" }] }],
};

export default createNextIntlPlugin("./src/i18n.ts")(config);
