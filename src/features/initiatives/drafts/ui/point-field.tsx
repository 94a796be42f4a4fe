"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import type { Municipality } from "@/features/marathon/schema";
import { formatPoint, parsePoint } from "@/shared/text/point";
import { InputField } from "@/ui/form/input-field";
import { offsetOf } from "@/ui/map/plane";
import { PointMap } from "@/ui/map/point-map";
import { buttonClass } from "@/ui/page/button-class";

interface Props {
  readonly value: string;
  readonly error: ReactNode;
  /** whose map it is, and its neighbours for bearings */
  readonly municipalityId: string | null;
  readonly municipalities: readonly Municipality[];
  readonly onChange: (point: string) => void;
}

/** A point on the map: set on ours by a tap or by keys, typed as any map copies it, or where the device is, if its owner lets it say. */
export function PointField({ value, error, municipalityId, municipalities, onChange }: Props) {
  const t = useTranslations("initiatives.new");
  const [state, setState] = useState<"idle" | "asking" | "refused">("idle");
  const point = parsePoint(value);
  const places = municipalities.flatMap(({ id, shortName, latitude, longitude }) => (latitude === null || longitude === null ? [] : [{ id, name: shortName, latitude, longitude }]));
  const own = places.find(({ id }) => id === municipalityId) ?? null;
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
      <Where point={point} own={own} />
      <button type="button" className={buttonClass({ variant: "plain" })} aria-disabled={state === "asking"} onClick={ask}>{t(state === "asking" ? "pointAsking" : "pointHere")}</button>
      {state === "refused" ? <p className="small muted" role="status">{t("pointRefused")}</p> : null}
      {own ? (
        <details className="facet">
          <summary>{t("pointMap")}</summary>
          <PointMap
            key={own.id} point={point} centre={own} places={places} onChange={(to) => onChange(formatPoint(to))}
            labels={{ map: t("pointMapLabel", { name: own.name }), hint: t("pointMapHint"), nearer: t("pointNearer"), further: t("pointFurther"), set: t("pointSet"), toCentre: t("pointToCentre"), scale: (km) => t("pointScale", { km }) }}
          />
        </details>
      ) : null}
    </>
  );
}

/** Where the point is, in words: for whoever does not see the map, and for whoever typed the numbers. */
function Where({ point, own }: { readonly point: ReturnType<typeof parsePoint>; readonly own: { readonly name: string; readonly latitude: number; readonly longitude: number } | null }) {
  const t = useTranslations("initiatives.new");
  const format = useFormatter();
  if (!point || !own) return <p className="small muted" role="status" />;
  const { km, side } = offsetOf(own, point);
  return <p className="small muted num" role="status">{km < 0.5 ? t("pointAtCentre", { name: own.name }) : t("pointOffset", { km: format.number(km, { maximumFractionDigits: 1 }), side: t(`pointSide.${side}`), name: own.name })}</p>;
}
