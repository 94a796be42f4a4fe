export interface BackupManifest {
  format: 1;
  takenAt: string;
  migrations: { name: string; checksum: string }[];
  jobsVersion: number | null;
  tables: { schema: string; name: string; columns: string[]; rows: number; file: string; sha256: string; size: number }[];
  sequences: { schema: string; name: string; value: string }[];
  files: { file: string; sha256: string; size: number }[];
}

export function takeBackup(options: { url: string; dataFolder: string; to: string; now?: Date; report?: (line: string) => void }): Promise<BackupManifest>;
