'use client';

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../form/button';

export type AlertDialogProps = {
  title: ReactNode;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The verb of what will happen; a promise keeps the button pending, and the dialog closes when it is kept. */
  confirm: { label: ReactNode; onPress: () => unknown; danger?: boolean };
  cancel: ReactNode;
  children?: ReactNode;
};

/** Asks once, before what cannot be taken back. The safe answer is focused first. */
export function AlertDialog({ title, isOpen, onOpenChange, confirm, cancel, children }: AlertDialogProps) {
  return (
    <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="modal modal-normal">
        <AriaDialog role="alertdialog" className="dialog">
          {({ close }) => (
            <div className="dialog-body">
              <Heading slot="title">{title}</Heading>
              {children}
              <div className="acts mt-6">
                <Button variant="quiet" autoFocus onPress={close}>{cancel}</Button>
                <Button variant={confirm.danger ? 'danger' : 'primary'} onPress={async () => { await confirm.onPress(); close(); }}>{confirm.label}</Button>
              </div>
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
