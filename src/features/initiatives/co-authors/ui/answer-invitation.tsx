"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/ui/form/button";
import { InputField } from "@/ui/form/input-field";
import { problemFrom } from "@/ui/form/use-send";
import { Link } from "@/ui/page/link";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import { SaidText } from "../../ui/said-text";
import type { Invitation } from "../schema";

export interface InvitationApi {
  readonly read: (code: string) => Promise<Invitation>;
  readonly answer: (code: string, agrees: boolean) => Promise<{ readonly number: number; readonly agreed: boolean }>;
}

/** A code → what it is about → to agree or not. */
export function AnswerInvitation({ code: given, api }: { readonly code: string; readonly api: InvitationApi }) {
  const t = useTranslations("initiatives.coAuthors");
  const errors = useTranslations("errors");
  const [code, setCode] = useState(given);
  const [shown, setShown] = useState<Invitation | null>(null);
  const [done, setDone] = useState<{ readonly number: number; readonly agreed: boolean } | null>(null);
  const [problem, setProblem] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const running = useRef(false);

  const act = async (work: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      const { code: refusal, params } = problemFrom(error);
      setProblem(errors(refusal as "request.failed", params));
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  if (done) {
    return (
      <Notice tone="done" live title={done.agreed ? t("agreed") : t("declined")}>
        <p>{done.agreed ? t("agreedText") : t("declinedText")}</p>
        {done.agreed ? <p><Link className="link" href={`/my/${done.number}`}>{t("open")}</Link></p> : null}
      </Notice>
    );
  }
  if (!shown) {
    return (
      <form noValidate className="stack" onSubmit={(event) => { event.preventDefault(); void act(async () => setShown(await api.read(code))); }}>
        <InputField name="code" narrow label={t("code")} hint={t("codeHint")} error={problem} value={code} autoComplete="one-time-code" onChange={({ target }) => setCode(target.value)} />
        <div className="acts"><Button type="submit" isPending={isBusy}>{t("look")}</Button></div>
      </form>
    );
  }
  return (
    <Panel title={shown.title}>
      <div className="read">
        <p className="small muted">{t("asks", { author: shown.author, number: shown.publicNumber, place: shown.municipality })}</p>
        <SaidText text={shown.essence} />
        <p><b>{t("expected")}</b> {shown.expectedResult}</p>
        <p>{t("whatItMeans")}</p>
      </div>
      {problem ? <div className="mt-4"><Notice tone="late" live><p>{problem}</p></Notice></div> : null}
      <div className="acts mt-4">
        <Button isPending={isBusy} onPress={async () => await act(async () => setDone(await api.answer(code, true)))}>{t("agree")}</Button>
        <Button variant="quiet" isDisabled={isBusy} onPress={async () => await act(async () => setDone(await api.answer(code, false)))}>{t("decline")}</Button>
      </div>
    </Panel>
  );
}
