"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { Button } from "@/ui/form/button";
import { InputField } from "@/ui/form/input-field";
import { problemFrom } from "@/ui/form/use-send";
import { Notice } from "@/ui/page/notice";
import { inviteInput, type CoAuthors, type Invited, type InviteInput } from "../schema";

export interface CoAuthorApi {
  readonly list: (number: number) => Promise<CoAuthors>;
  readonly invite: (input: InviteInput) => Promise<Invited>;
  readonly recall: (id: string) => Promise<unknown>;
}

/** Who was asked to be an author too, and who has agreed; the code of a new invitation is shown once. */
export function CoAuthorPanel({ number, first, api }: { readonly number: number; readonly first: CoAuthors; readonly api: CoAuthorApi }) {
  const t = useTranslations("initiatives.coAuthors");
  const [errors, format] = [useTranslations("errors"), useFormatter()];
  const [listed, setListed] = useState(first);
  const [email, setEmail] = useState("");
  const [made, setMade] = useState<(Invited & { readonly email: string | null }) | null>(null);
  const [problem, setProblem] = useState<{ readonly field?: string; readonly text?: string }>({});
  const [isBusy, setBusy] = useState(false);
  const running = useRef(false);
  // the same invitation until it is there: a second press makes no second one
  const id = useRef(newId());

  const act = async (work: () => Promise<unknown>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem({});
    try {
      await work();
      setListed(await api.list(number));
    } catch (error) {
      const { code, params } = problemFrom(error);
      setProblem({ text: errors(code as "request.failed", params) });
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  const invite = async () => {
    const typed = inviteInput.safeParse({ number, id: id.current, email: email.trim() === "" ? null : email });
    if (!typed.success) return setProblem({ field: errors("field.email") });
    await act(async () => {
      setMade({ ...(await api.invite(typed.data)), email: typed.data.email });
      id.current = newId();
      setEmail("");
    });
  };
  const day = (at: Date) => format.dateTime(at, { day: "numeric", month: "long" });
  return (
    <div className="stack">
      {listed.rows.length > 0 ? (
        <ul className="gap-rows" aria-label={t("title")}>
          {listed.rows.map((row) => (
            <li key={row.id} className="gap-row">
              <span>{row.name ?? row.email ?? t("byCode")}<br /><span className="small muted">{row.isExpired ? t("expired") : row.state === "invited" ? t("waits", { date: day(row.expiresAt) }) : t(`state.${row.state}`)}</span></span>
              {row.state === "invited" && !row.isExpired ? <Button variant="quiet" isDisabled={isBusy} onPress={async () => await act(async () => await api.recall(row.id))}>{t("recall")}</Button> : null}
            </li>
          ))}
        </ul>
      ) : <p className="small muted">{t("nobody")}</p>}
      {made ? (
        <Notice tone="done" live title={made.email ? t("sent", { email: made.email }) : t("made")}>
          <p className="num"><strong>{made.code}</strong></p>
          <p className="small muted">{t("codeText", { date: day(made.expiresAt) })}</p>
        </Notice>
      ) : null}
      {listed.mayInvite ? (
        <form noValidate className="stack" onSubmit={(event) => { event.preventDefault(); void invite(); }}>
          <InputField name="coAuthorEmail" type="email" label={t("email")} hint={t("emailHint")} error={problem.field} value={email} autoComplete="off" onChange={({ target }) => setEmail(target.value)} />
          {problem.text ? <Notice tone="late" live><p>{problem.text}</p></Notice> : null}
          <Button type="submit" variant="quiet" isPending={isBusy}>{email.trim() === "" ? t("makeCode") : t("send")}</Button>
        </form>
      ) : null}
    </div>
  );
}
