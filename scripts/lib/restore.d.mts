import type { BackupManifest } from "./backup.mjs";

/** Refuses what is not whole. */
export function checkBackup(from: string): Promise<BackupManifest>;
export function isEmptyDatabase(url: string): Promise<boolean>;
export function clearDatabase(url: string): Promise<void>;
export function restoreDatabase(options: { from: string; manifest: BackupManifest; url: string; report?: (line: string) => void }): Promise<void>;
export function restoreFiles(options: { from: string; dataFolder: string; now?: Date }): void;
