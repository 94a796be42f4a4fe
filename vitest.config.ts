import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// An odd zone: whoever forgets to name one is found out.
process.env.TZ = "Asia/Kathmandu";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The longest begin first, or the second worker waits for the last of them. */
class LongestFirst extends BaseSequencer {
  static readonly longest = ["/testing/matrix.", "/testing/looks.", "/regulation/rules.", "/testing/backup.", "/testing/reformed.", "/server/way."];

  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LongestFirst.longest.some((part) => moduleId.includes(part));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

const database = ["{src,prisma,scripts}/**/*.db.test.ts"];

export default defineConfig({
  resolve: { alias: { "@seed": at("./prisma/seed"), "@": at("./src") } },
  test: {
    setupFiles: ["src/testing/at-once.ts"],
    pool: "forks",
    // two processors and a database that is waited for
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "database", include: database, globalSetup: ["src/testing/global-setup.ts"] } },
      // nothing of theirs outlives a test: they share their worker's modules
      { extends: true, test: { name: "rules", include: ["{src,prisma,scripts,bench}/**/*.test.{ts,tsx}"], exclude: database, isolate: false } },
    ],
  },
});
