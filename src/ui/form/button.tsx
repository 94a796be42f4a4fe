'use client';

import { useRef, useState, type ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, type PressEvent } from 'react-aria-components';
import { buttonClass, type ButtonLook } from '../page/button-class';
import { useIsReady } from './use-is-ready';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'onPress'> & ButtonLook & {
  /** A promise keeps the button pending until it settles; a second press in the meantime does nothing. */
  onPress?: (event: PressEvent) => unknown;
  /** Read out and shown in place of the words while pending. */
  pendingLabel?: ReactNode;
  icon?: boolean;
  children: ReactNode;
};

export function Button({ variant, size, onPress, isPending, pendingLabel, icon, children, ...rest }: ButtonProps) {
  const isReady = useIsReady();
  const [isBusy, setBusy] = useState(false);
  const running = useRef(false);
  const pending = Boolean(isPending) || isBusy;
  const press = async (event: PressEvent) => {
    if (running.current || pending) return;
    const outcome = onPress?.(event);
    if (!(outcome instanceof Promise)) return;
    running.current = true;
    setBusy(true);
    try {
      await outcome;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  // not react-aria's own isPending: its announcer leaves an image without a name on the page for seconds
  return (
    <AriaButton
      {...rest}
      // a press before the scripts would be lost, a form sent past us
      isDisabled={!isReady || rest.isDisabled}
      data-waiting={!isReady || undefined}
      type={pending ? 'button' : rest.type}
      aria-disabled={pending || undefined}
      data-pending={pending || undefined}
      onPress={onPress && press}
      className={buttonClass({ variant, size }, icon ? 'button-icon' : undefined)}
    >
      {pending ? <span className="spinner" aria-hidden="true" /> : null}
      {pending && pendingLabel ? pendingLabel : children}
    </AriaButton>
  );
}
