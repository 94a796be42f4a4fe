"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Role } from "@/access/roles";
import { Dialog } from "@/ui/dialog/dialog";
import { Button } from "@/ui/form/button";
import { useCalls } from "../../ui/calls";
import { AppointForm } from "./appoint-form";

interface Props {
  readonly seatId: string;
  readonly role: Role;
  /** «Рабочая группа ЖКХ» */
  readonly where: string;
  readonly label: string;
  readonly offersMe?: boolean;
  readonly variant?: "primary" | "quiet" | "plain";
}

/** A button that opens the question «кто»; the number of the act may follow. */
export function AppointDialog({ seatId, role, where, label, offersMe, variant = "quiet" }: Props) {
  const t = useTranslations("structure");
  const roleWords = useTranslations("access.roles");
  const { refresh } = useCalls();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant={variant} onPress={() => setOpen(true)} aria-label={`${label}: ${roleWords(role)}, ${where}`}>{label}</Button>
      <Dialog title={t("appoint.title", { role: roleWords(role) })} isOpen={isOpen} onOpenChange={setOpen} keepOpenOutside labels={{ close: t("form.close") }}>
        <p className="muted mb-5">{where}</p>
        <AppointForm seatId={seatId} roles={[role]} role={role} offersMe={offersMe} isShort onDone={() => { setOpen(false); refresh(); }} />
      </Dialog>
    </>
  );
}
