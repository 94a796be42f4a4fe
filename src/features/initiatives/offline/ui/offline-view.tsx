"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import type { DeskPlace } from "@/features/people/desk/schema";
import { Notice } from "@/ui/page/notice";
import { countRecords, listTrips } from "./device-store";
import { canWorkOffline, keepPage } from "./keep-page";
import type { OfflineApi } from "./offline-api";
import { OpenForm } from "./open-form";
import { PrepareForm } from "./prepare-form";
import { TripView } from "./trip-view";
import type { OpenTrip } from "./use-trip";

/** What is on the device: trips that a password opens, records that wait. */
interface OnDevice {
  readonly trips: number;
  readonly records: number;
}

/** Who asks, as the server says; nothing of it is in the page itself. «unreached»: there is no network. */
type Asker = readonly DeskPlace[] | "signedOut" | "unreached" | null;

/** Prepared while there is a network, worked in while there is none, handed in afterwards. */
export function OfflineView({ api }: { readonly api: OfflineApi }) {
  const t = useTranslations("initiatives.offline");
  const [device, setDevice] = useState<OnDevice | "unfit" | null>(null);
  const [asker, setAsker] = useState<Asker>(null);
  const [opened, setOpened] = useState<OpenTrip | null>(null);

  const look = useCallback(async () => {
    if (!canWorkOffline()) return setDevice("unfit");
    const records = await countRecords();
    setDevice({ trips: (await listTrips()).length, records });
  }, []);
  useEffect(() => {
    look().catch(() => setDevice("unfit"));
  }, [look]);
  const ask = useCallback(() => {
    api.places().then(setAsker, (error: unknown) => setAsker((error as { data?: { httpStatus?: number } | null } | null)?.data?.httpStatus === 401 ? "signedOut" : "unreached"));
  }, [api]);
  useEffect(() => {
    ask();
    window.addEventListener("online", ask);
    window.addEventListener("offline", ask);
    return () => {
      window.removeEventListener("online", ask);
      window.removeEventListener("offline", ask);
    };
  }, [ask]);
  useEffect(() => {
    // a newer edition of the page takes the kept one's place; what can't be had now is had the next time
    if (device !== null && device !== "unfit" && device.trips > 0 && Array.isArray(asker)) keepPage().catch(() => undefined);
  }, [device, asker]);

  if (device === null) return <p className="muted" role="status">{t("looking")}</p>;
  if (device === "unfit") return <Notice tone="late" title={t("unfit")}><p>{t("unfitText")}</p></Notice>;
  if (opened) {
    return (
      <TripView
        api={api} opened={opened} isReached={asker !== "unreached"}
        onClosed={() => {
          setOpened(null);
          void look();
        }}
      />
    );
  }
  const places = Array.isArray(asker) ? (asker as readonly DeskPlace[]) : null;
  return (
    <div className="stack">
      {device.trips > 0 ? <OpenForm records={device.records} onOpened={setOpened} onRemoved={() => void look()} /> : null}
      {places === null ? (
        <Notice tone="soon" title={asker === "signedOut" ? t("signedOut") : asker === null ? t("looking") : t("unreached")}>
          <p>{asker === "signedOut" ? <>{t("signedOutText")} <a className="link" href="/sign-in?next=/offline">{t("signIn")}</a></> : asker === null ? null : device.trips > 0 ? t("unreachedText") : t("unreachedNothing")}</p>
        </Notice>
      ) : places.length === 0 ? <Notice tone="soon" title={t("noPlace")}><p>{t("noPlaceText")}</p></Notice> : <PrepareForm api={api} places={places} onPrepared={setOpened} onLoaded={() => void look()} />}
    </div>
  );
}
