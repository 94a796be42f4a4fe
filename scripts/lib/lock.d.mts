/** The living owner's mark, or null when the lock is ours now. */
export function tryLock(file: string, extra?: object): { pid: number } | null;
export function unlock(file: string): void;
