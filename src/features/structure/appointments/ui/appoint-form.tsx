"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Role } from "@/access/roles";
import { Button } from "@/ui/form/button";
import { DateField } from "@/ui/form/date-field";
import { RadioGroup } from "@/ui/form/radio-group";
import { toast } from "@/ui/feedback/toast-queue";
import { useSend } from "@/ui/form/use-send";
import { appointInput } from "../schema";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { capital } from "./capital";
import { ActFields, actWishOf, typedAct, useActIds } from "./act-fields";
import { noPerson, PersonFields, usePersonIds, wishOf } from "./person-fields";

interface Props {
  readonly seatId: string;
  readonly roles: readonly Role[];
  readonly role?: Role;
  /** may the asker name himself? */
  readonly offersMe?: boolean;
  /** a dialog asks for the person alone; the rest may follow */
  readonly isShort?: boolean;
  readonly onDone: (appointmentId: string) => void;
}

/** Who, in which role, until when, by which act; only who is asked for. */
export function AppointForm({ seatId, roles, role: given, offersMe, isShort, onDone }: Props) {
  const t = useTranslations("structure.appoint");
  const roleWords = useTranslations("access.roles");
  const errors = useErrorWords();
  const { appoint } = useCalls();
  const prefix = `appoint-${seatId}`;
  const [role, setRole] = useState<Role | null>(given ?? (roles.length === 1 ? (roles[0] ?? null) : null));
  const [person, setPerson] = useState(noPerson);
  const [act, setAct] = useState(typedAct(null));
  const [period, setPeriod] = useState<{ startsOn: string | null; endsOn: string | null }>({ startsOn: null, endsOn: null });
  const send = useSend(appointInput, appoint, ({ appointmentId, isInvited }) => {
    toast({ tone: "done", title: t("done"), text: isInvited ? t(person.hasNoEmail ? "doneCode" : "doneInvited") : undefined });
    onDone(appointmentId);
  });
  const run = async (by: "me" | "email") =>
    await send.run({ role: role as Role, seatId, person: by === "me" ? { by } : wishOf(person), ...period, act: actWishOf(act) });
  const ids = {
    ...usePersonIds(prefix), ...useActIds(prefix), role: { id: `${prefix}-role`, label: t("role") }, startsOn: { id: `${prefix}-startsOn`, label: t("startsOn") }, endsOn: { id: `${prefix}-endsOn`, label: t("endsOn") },
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void run("email"); }}>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={ids} />
      {offersMe ? (
        <div className="notice mb-5">
          <p>{t("meText")}</p>
          <div className="acts mt-3"><Button variant="quiet" onPress={async () => await run("me")}>{t("me")}</Button></div>
        </div>
      ) : null}
      {roles.length > 1 ? (
        <div className="mb-5">
          <RadioGroup id={`${prefix}-role`} label={t("role")} value={role} onChange={(next) => setRole(next as Role)} error={errors.field(send.problem, "role")} options={roles.map((one) => ({ value: one, label: capital(roleWords(one)) }))} />
        </div>
      ) : null}
      <PersonFields prefix={prefix} value={person} onChange={(change) => setPerson((last) => ({ ...last, ...change }))} problem={send.problem} />
      {isShort ? null : (
        <>
          <fieldset className="field mt-6">
            <legend className="label">{t("period")}</legend>
            <p className="hint">{t("periodHint")}</p>
            <div className="field-row mt-2">
              <DateField id={`${prefix}-startsOn`} label={t("startsOn")} value={period.startsOn} onChange={(startsOn) => setPeriod({ ...period, startsOn })} error={errors.field(send.problem, "startsOn")} />
              <DateField id={`${prefix}-endsOn`} label={t("endsOn")} value={period.endsOn} onChange={(endsOn) => setPeriod({ ...period, endsOn })} error={errors.field(send.problem, "endsOn")} />
            </div>
          </fieldset>
          <fieldset className="field mt-6">
            <legend className="label">{t("act")}</legend>
            <p className="hint">{t("actHint")}</p>
            <div className="mt-2"><ActFields prefix={prefix} value={act} onChange={setAct} problem={send.problem} /></div>
          </fieldset>
        </>
      )}
      <div className="acts mt-6"><Button type="submit" isPending={send.isBusy}>{t("submit")}</Button></div>
    </form>
  );
}
