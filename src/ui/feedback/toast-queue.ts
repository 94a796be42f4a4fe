import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';

export type ToastMessage = { title: string; text?: string; tone?: 'done' | 'late' | 'asks'; action?: { label: string; onPress: () => void } };

/** One queue for the page; UiProvider shows it. */
export const toastQueue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** Says what has happened. Failures stay until closed; what can be taken back stays 12 s, the rest 6 s. Returns how to close it. */
export function toast(message: ToastMessage): () => void {
  const timeout = message.tone === 'late' ? undefined : message.action ? 12_000 : 6_000;
  const key = toastQueue.add(message, { timeout });
  return () => toastQueue.close(key);
}
