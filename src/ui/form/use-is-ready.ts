import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False until the scripts have come: what only they can do must not look pressable to a thumb that is quicker. */
export function useIsReady(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}
