import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// An odd zone: whoever forgets to name one is found out.
process.env.TZ = "Asia/Kathmandu";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: { alias: { "@seed": at("./prisma/seed"), "@": at("./src") } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "prisma/**/*.test.ts", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
    globalSetup: ["src/testing/global-setup.ts"],
    setupFiles: ["src/testing/at-once.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
