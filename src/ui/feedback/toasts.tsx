'use client';

import { Text, UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastRegion as ToastRegion } from 'react-aria-components';
import { Button } from '../form/button';
import { toastQueue } from './toast-queue';

export function Toasts({ labels }: { labels: { region: string; close: string } }) {
  return (
    <ToastRegion queue={toastQueue} className="toasts" aria-label={labels.region}>
      {({ toast }) => (
        <Toast toast={toast} className={`toast toast-${toast.content.tone ?? 'done'}`}>
          <ToastContent className="toast-words">
            <Text slot="title" className="toast-title">{toast.content.title}</Text>
            {toast.content.text ? <Text slot="description">{toast.content.text}</Text> : null}
          </ToastContent>
          {toast.content.action ? (
            <Button variant="plain" onPress={() => { toast.content.action?.onPress(); toastQueue.close(toast.key); }}>{toast.content.action.label}</Button>
          ) : null}
          <Button slot="close" variant="plain" icon aria-label={labels.close}><span aria-hidden="true">×</span></Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
