export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** Applies what is missing; returns the names applied now. */
export function migrate(url: string, options?: { migrations?: Migration[]; report?: (line: string) => void }): Promise<string[]>;
