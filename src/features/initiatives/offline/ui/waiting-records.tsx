"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Notice } from "@/ui/page/notice";
import { countRecords } from "./device-store";

/** How many records wait on this device to be handed in; nothing where there are none. */
export function WaitingRecords() {
  const t = useTranslations("initiatives.offline");
  const [count, setCount] = useState(0);
  useEffect(() => {
    countRecords().then(setCount, () => undefined);
  }, []);
  return count === 0 ? null : <div className="mb-5"><Notice tone="soon" live><p>{t("onSignOut", { count })}</p></Notice></div>;
}
