const day = 24 * 60 * 60 * 1000;

/** How long slips that were issued beforehand wait to become somebody's, in milliseconds. */
export const tripLife = 30 * day;

/** In: what the device's clock said. Out: the same, no earlier than the trip was prepared and no later than it is now. */
export function boundedTaken(takenAt: Date, preparedAt: Date, now: Date): Date {
  if (takenAt < preparedAt) return preparedAt;
  return takenAt > now ? now : takenAt;
}
