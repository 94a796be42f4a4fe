import type { EmbeddedDatabase } from "./embedded-database.mjs";

/** What an exercise in bench/drills/<name>.ts receives. */
export interface DrillContext {
  /** the same seed makes the same exercise */
  readonly seed: number;
  /** 1 is the stated size; `npm test` runs with smallScale */
  readonly scale: number;
  /** for files of its own; gone afterwards */
  readonly folder: string;
  report(line: string): void;
  /** a migrated database of its own; stopped afterwards */
  openDatabase(durable?: boolean): Promise<EmbeddedDatabase>;
  /** the production server on another database with a demonstration of this scale; stopped afterwards */
  startServer(demoScale?: number): Promise<DrillServer>;
}

export interface DrillServer {
  readonly url: string;
  readonly baseUrl: string;
  readonly accounts: readonly { role: string; login: string; password: string; name: string }[];
  stop(): Promise<void>;
}

/** What bench/drills/<name>.ts exports. */
export interface Drill {
  /** what it proves, in a sentence in Russian */
  readonly title: string;
  /** the scale for `npm test`; 0.01 when absent */
  readonly smallScale?: number;
  run(context: DrillContext): Promise<{ readonly ok: boolean; readonly result: string }>;
}
