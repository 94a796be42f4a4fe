'use client';

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../form/button';

export type DialogProps = {
  title: ReactNode;
  /** A Button that opens it; without one, `isOpen` and `onOpenChange`. */
  trigger?: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** `side`: a sheet at the right edge, for a record beside a list. */
  size?: 'normal' | 'wide' | 'side';
  /** A half-written form is not lost by a press outside. */
  keepOpenOutside?: boolean;
  labels: { close: string };
  children: ReactNode | ((close: () => void) => ReactNode);
};

export function Dialog({ title, trigger, isOpen, onOpenChange, size = 'normal', keepOpenOutside, labels, children }: DialogProps) {
  const overlay = (
    <ModalOverlay className="veil" isDismissable={!keepOpenOutside} isOpen={trigger ? undefined : isOpen} onOpenChange={trigger ? undefined : onOpenChange}>
      <Modal className={`modal modal-${size}`}>
        <AriaDialog className="dialog">
          {({ close }) => (
            <>
              <header className="dialog-head">
                <Heading slot="title">{title}</Heading>
                <Button variant="plain" icon aria-label={labels.close} onPress={close}><span aria-hidden="true">×</span></Button>
              </header>
              <div className="dialog-body">{typeof children === 'function' ? children(close) : children}</div>
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
  if (!trigger) return overlay;
  return <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>{trigger}{overlay}</DialogTrigger>;
}
