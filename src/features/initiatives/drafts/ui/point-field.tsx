"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { formatPoint } from "@/shared/text/point";
import { InputField } from "@/ui/form/input-field";
import { buttonClass } from "@/ui/page/button-class";

interface Props {
  readonly value: string;
  readonly error: ReactNode;
  readonly onChange: (point: string) => void;
}

/** A point on the map as any map copies it, by keyboard; or where the device is, if its owner lets it say. */
export function PointField({ value, error, onChange }: Props) {
  const t = useTranslations("initiatives.new");
  const [state, setState] = useState<"idle" | "asking" | "refused">("idle");
  const ask = () => {
    setState("asking");
    if (!("geolocation" in navigator)) return setState("refused");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        onChange(formatPoint(coords));
        setState("idle");
      },
      () => setState("refused"),
      { maximumAge: 60_000, timeout: 15_000 },
    );
  };
  return (
    <>
      <InputField name="point" label={t("pointLabel")} mark={t("optional")} hint={t("pointHint")} error={error} value={value} autoComplete="off" onChange={({ target }) => onChange(target.value)} />
      <button type="button" className={buttonClass({ variant: "plain" })} aria-disabled={state === "asking"} onClick={ask}>{t(state === "asking" ? "pointAsking" : "pointHere")}</button>
      {state === "refused" ? <p className="small muted" role="status">{t("pointRefused")}</p> : null}
    </>
  );
}
