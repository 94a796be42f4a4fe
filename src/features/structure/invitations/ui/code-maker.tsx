"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/form/button";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { Notice } from "@/ui/page/notice";
import { problemFrom, type Problem } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { useErrorWords } from "../../ui/use-error-words";
import type { CodeSheet as Sheet } from "../schema";
import { CodeSheet } from "./code-sheet";

interface Props {
  readonly appointmentIds: readonly string[];
  readonly label: string;
}

/** The codes are here while the page is open, and nowhere afterwards: each sheet is a new code. */
export function CodeMaker({ appointmentIds, label }: Props) {
  const t = useTranslations("structure.code");
  const words = useErrorWords();
  const { issueCode } = useCalls();
  const [sheets, setSheets] = useState<readonly Sheet[]>([]);
  const [isSeen, setSeen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const make = async () => {
    const made: Sheet[] = [];
    setProblem(null);
    try {
      for (const appointmentId of appointmentIds) made.push(await issueCode({ appointmentId, inPerson: isSeen }));
    } catch (error) {
      setProblem(problemFrom(error));
    }
    setSheets(made);
  };
  return (
    <>
      {problem ? <div className="mb-4"><Notice tone="late" live><p>{words.problem(problem)}</p></Notice></div> : null}
      {sheets.length === 0 ? (
        <>
          {appointmentIds.length === 1 ? <CheckboxField name="inPerson" label={t("inPerson")} note={t("inPersonNote")} checked={isSeen} onChange={(event) => setSeen(event.target.checked)} /> : null}
          <Button variant="quiet" onPress={make}>{label}</Button>
        </>
      ) : (
        <>
          <div className="no-print mb-4"><Notice tone="soon" live><p>{t("once")}</p></Notice></div>
          <div className="invite-sheets">{sheets.map((sheet) => <CodeSheet key={sheet.code} sheet={sheet} />)}</div>
          <div className="acts mt-4 no-print"><Button onPress={() => window.print()}>{t("print")}</Button></div>
        </>
      )}
    </>
  );
}
