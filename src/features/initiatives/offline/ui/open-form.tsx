import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/form/button";
import { Submit } from "@/ui/form/submit";
import { Panel } from "@/ui/page/panel";
import { listTrips, removeTrip } from "./device-store";
import { PasswordInput } from "./password-input";
import { openTrip, type OpenTrip } from "./use-trip";

interface Props {
  readonly records: number;
  readonly onOpened: (opened: OpenTrip) => void;
  readonly onRemoved: () => void;
}

/** What lies on the device opens by its password alone. */
export function OpenForm({ records, onOpened, onRemoved }: Props) {
  const t = useTranslations("initiatives.offline");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const [isSure, setSure] = useState(false);
  const open = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const opened = await openTrip(password);
      if (opened) return onOpened(opened);
      setProblem(t("wrongPassword"));
    } catch {
      setProblem(t("deviceFailed"));
    } finally {
      setBusy(false);
    }
  };
  const removeAll = async () => {
    if (!isSure) return setSure(true);
    for (const { id } of await listTrips()) await removeTrip(id);
    onRemoved();
  };
  return (
    <Panel title={t("onDevice")}>
      <p className="mb-4">{t("waiting", { count: records })}</p>
      <form
        className="stack" noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <PasswordInput name="tripPassword" label={t("password")} error={problem} value={password} onChange={setPassword} />
        <div className="acts"><Submit aria-disabled={isBusy}>{isBusy ? t("opening") : t("open")}</Submit></div>
      </form>
      <details className="mt-6">
        <summary>{t("forgotten")}</summary>
        <p className="mt-3 mb-3">{t("forgottenText")}</p>
        <Button variant="quiet" onPress={removeAll}>{isSure ? t("removeSure", { count: records }) : t("remove")}</Button>
      </details>
    </Panel>
  );
}
