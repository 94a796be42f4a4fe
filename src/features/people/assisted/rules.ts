import { assistedIdleSeconds } from "@/platform/auth/assisted-cookie";

export interface Lasting {
  readonly helperId: string;
  readonly seenAt: Date;
  readonly endedAt: Date | null;
}

/** Seconds that are left before it ends by itself; 0: it is over – ended, idle too long, or of somebody who is not signed in here now. */
export function secondsLeft({ helperId, seenAt, endedAt }: Lasting, askerId: string | null, now: Date): number {
  if (endedAt !== null || helperId !== askerId) return 0;
  const idle = Math.max(0, (now.getTime() - seenAt.getTime()) / 1000);
  return Math.max(0, Math.ceil(assistedIdleSeconds - idle));
}
