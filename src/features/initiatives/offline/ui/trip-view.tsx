import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { instantOfId, newId } from "@/shared/ids/id";
import { legalToday } from "@/features/people/age/rules";
import { Button } from "@/ui/form/button";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import { isReady, newRecord } from "../rules";
import type { TripRecord } from "../schema";
import { removeTrip } from "./device-store";
import type { Handed } from "./hand-in";
import type { OfflineApi } from "./offline-api";
import { RecordForm } from "./record-form";
import { RecordList } from "./record-list";
import { saveSealed } from "./sealed-file";
import { handInAll, useRecords, type OpenTrip, type Outcome } from "./use-trip";

interface Props {
  readonly api: OfflineApi;
  readonly opened: OpenTrip;
  readonly isReached: boolean;
  readonly onClosed: () => void;
}

/** The trip whose password was typed in: whom it holds, whom to take down next, what to hand in. */
export function TripView({ api, opened, isReached, onClosed }: Props) {
  const { trip } = opened;
  const t = useTranslations("initiatives.offline");
  const format = useFormatter();
  const { rows, slipsLeft, keep, remove, takeSlip, reload } = useRecords(opened);
  const [edited, setEdited] = useState<string | null>(null);
  const [handed, setHanded] = useState<readonly Handed[]>([]);
  const [outcome, setOutcome] = useState<Outcome | "failed" | null>(null);
  const today = legalToday(instantOfId(newId()));
  const paperCase = rows[0]?.record.person.paperCase ?? "";

  const begin = async () => {
    const id = newId();
    await keep(newRecord(id, newId(), await takeSlip(id), paperCase));
    setEdited(id);
  };
  const handInReady = async () => {
    setOutcome(null);
    const ready = rows.map(({ record }) => record).filter(isReady).toReversed();
    setOutcome(await handInAll(api, trip, ready, { keep, remove, onHanded: (one) => setHanded((before) => [one, ...before]) }).catch(() => "failed" as const));
    await reload();
  };
  const answer = async (record: TripRecord, change: Partial<TripRecord>) => await keep({ ...record, ...change, double: null });
  const editing = rows.find(({ record }) => record.id === edited);
  if (editing) {
    return (
      <RecordForm
        key={editing.record.id} trip={trip} record={editing.record} today={today} keep={keep}
        onRemove={async (record) => {
          await remove(record);
          setEdited(null);
        }}
        onClosed={() => setEdited(null)}
      />
    );
  }
  const ready = rows.filter(({ record }) => isReady(record)).length;
  return (
    <div className="stack">
      <p className="max-w-measure">{t("tripText", { place: trip.unitName, slips: slipsLeft, until: format.dateTime(new Date(trip.expiresAt), { day: "numeric", month: "long", timeZone: "Europe/Moscow" }) })}</p>
      <details>
        <summary>{t("consent")}</summary>
        <h2 className="mt-3">{trip.consent.title}</h2>
        <p className="said max-w-measure whitespace-pre-line">{trip.consent.text}</p>
      </details>
      {outcome === null || outcome === "done" ? null : <Notice tone="soon" live title={t(`outcome.${outcome}`)}><p>{outcome === "signedOut" ? <a className="link" href="/sign-in?next=/offline">{t("signIn")}</a> : t("outcomeText")}</p></Notice>}
      <div className="acts">
        <Button onPress={begin}>{t("begin")}</Button>
        {ready > 0 ? <Button variant="quiet" pendingLabel={t("handingIn")} onPress={handInReady}>{t("handIn", { count: ready })}</Button> : null}
      </div>
      {!isReached && ready > 0 ? <p className="small muted">{t("handInLater")}</p> : null}
      {rows.length > 0 ? <RecordList rows={rows} onOpen={(record) => setEdited(record.id)} onAnswer={answer} /> : <p className="muted">{t("nobody")}</p>}
      {handed.length > 0 ? (
        <Panel title={t("handed", { count: handed.length })}>
          <ul className="gap-rows" aria-live="polite">
            {handed.map((one) => (
              <li key={one.id} className="gap-row">
                <span>
                  <strong>{one.title ?? one.name}</strong>
                  <br />{[one.title === null ? t("registered") : one.isLate ? t("late") : t("taken", { number: one.publicNumber ?? "" }), one.title === null ? null : one.name, one.slip === "gone" ? t("slipGone") : null].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <details>
        <summary>{t("more")}</summary>
        <div className="acts mt-3">
          <Button variant="quiet" onPress={async () => await saveSealed(trip.id)}>{t("saveFile")}</Button>
          <Button variant="quiet" onPress={onClosed}>{t("lock")}</Button>
          {rows.length === 0 ? <Button variant="quiet" onPress={async () => { await removeTrip(trip.id); onClosed(); }}>{t("finish")}</Button> : null}
        </div>
        <p className="small muted mt-3">{t("moreText")}</p>
      </details>
    </div>
  );
}

