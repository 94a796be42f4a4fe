import { vi } from "vitest";

// The common time of answers is shown in evenness.db.test.ts; everywhere else waiting for it would be most of the test.
vi.mock("@/features/people/server/evenly", () => ({ evenly: async (work: () => Promise<unknown>) => await work() }));
