/** A running embedded PostgreSQL. */
export interface EmbeddedDatabase {
  /** address of the database asked for */
  url: string;
  /** address of another database of the same server */
  urlOf(name: string): string;
  port: number;
  /** it was found running: a start that was killed left it */
  wasRunning: boolean;
  stop(): Promise<void>;
}

export function openEmbeddedDatabase(options: { folder: string; durable?: boolean; database?: string }): Promise<EmbeddedDatabase>;
