"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { FileDrop } from "@/ui/form/file-drop";
import { Select } from "@/ui/form/select";
import { TextField } from "@/ui/form/text-field";
import { EmptyState } from "@/ui/page/empty-state";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import { useSend } from "@/ui/form/use-send";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { useCalls } from "../../ui/calls";
import { geoLimitBytes, importFields, type BoundaryPreview, type BoundaryRegion } from "../schema";
import { MatchTable } from "./match-table";
import { previewUpload, takeUpload } from "./upload";

type Decisions = Readonly<Record<string, string | null>>;
const anything = z.object({}).loose();

/** File → what it would do → whose it is → written. Nothing is written before the last press. */
export function BoundaryImport({ regions }: { readonly regions: readonly BoundaryRegion[] }) {
  const t = useTranslations("structure.boundaries");
  const format = useFormatter();
  const errors = useErrorWords();
  const { refresh } = useCalls();
  const [regionId, setRegion] = useState<string | null>(regions.length === 1 ? (regions[0]?.id ?? null) : null);
  const [files, setFiles] = useState<File[]>([]);
  const [decisions, setDecisions] = useState<Decisions>({});
  const [attribution, setAttribution] = useState("");
  const [preview, setPreview] = useState<BoundaryPreview | null>(null);
  const [missing, setMissing] = useState<"region" | "file" | null>(null);
  const region = regions.find(({ id }) => id === regionId);
  const [file] = files;
  const look = useSend(anything, async ({ property, decided }: { property: string | null; decided: Decisions; key: string }) => await previewUpload(file as File, { regionId, property, decisions: decided }), setPreview);
  const take = useSend(importFields, async ({ key: _, ...wish }: { key: string } & z.input<typeof importFields>) => await takeUpload(file as File, wish), ({ units }) => {
    toast({ tone: "done", title: t("done", { count: units }) });
    setPreview(null);
    setFiles([]);
    setDecisions({});
    refresh();
  });
  const show = async (property: string | null, decided: Decisions) => {
    const lacks = regionId === null ? "region" : file === undefined || file.size > geoLimitBytes ? "file" : null;
    setMissing(lacks);
    if (lacks === null) await look.run({ property, decided });
  };
  const decide = async (value: string, unitId: string | null) => {
    const decided = { ...decisions, [value]: unitId };
    setDecisions(decided);
    await show(preview?.property ?? null, decided);
  };
  const startAgain = (change: () => void) => {
    change();
    setPreview(null);
    setDecisions({});
  };
  if (regions.length === 0) return <EmptyState title={t("noRegions")}><p>{t("noRegionsText")}</p></EmptyState>;
  return (
    <div className="stack">
      <Panel title={t("step1")}>
        <ProblemNotice problem={look.problem} attempt={look.attempt} ids={{}} />
        <Select
          id="boundary-region" label={t("region")} placeholder={t("chooseRegion")} value={regionId} onChange={(id) => startAgain(() => setRegion(id))} error={missing === "region" ? errors.say("field.choice", {}) : undefined}
          options={regions.map(({ id, name, outlined, municipalities }) => ({ id, label: name, note: t("outlined", { outlined, municipalities }) }))}
        />
        {region?.attribution ? <p className="muted mt-3">{t("standing", { outlined: region.outlined, municipalities: region.municipalities })} {t("source", { attribution: region.attribution })}</p> : null}
        <div className="mt-5">
          <FileDrop
            id="boundary-file" label={t("file")} hint={t.rich("fileHint", { en: (name) => <span lang="en">{name}</span> })} files={files} onChange={(next) => startAgain(() => setFiles(next))} multiple={false}
            error={missing === "file" ? (file ? errors.say("file.tooLarge", { megabytes: geoLimitBytes / 1_000_000 }) : errors.say("field.required", {})) : undefined}
            labels={{ drop: t("drop"), choose: t("choose"), remove: (name) => t("removeFile", { name }), size: (bytes) => t("size", { kilobytes: format.number(Math.max(1, Math.round(bytes / 1000))) }) }}
          />
        </div>
        <div className="acts mt-5"><Button variant={preview ? "quiet" : "primary"} isPending={look.isBusy} onPress={async () => await show(null, decisions)}>{t("look")}</Button></div>
      </Panel>
      {preview ? (
        <Panel title={t("step2")}>
          <Select
            id="boundary-property" label={t("property")} hint={t("propertyHint")} placeholder={t("property")} value={preview.property} onChange={(property) => { setDecisions({}); void show(property, {}); }}
            options={preview.properties.map(({ name, example, matches }) => ({ id: name, label: name, note: t("propertyNote", { example, count: matches }) }))}
          />
          <div className="mt-5"><MatchTable preview={preview} onDecide={decide} isBusy={look.isBusy} /></div>
        </Panel>
      ) : null}
      {preview ? (
        <Panel title={t("step3")}>
          <form noValidate onSubmit={(event) => { event.preventDefault(); void take.run({ regionId: regionId ?? "", property: preview.property, decisions: { ...decisions }, attribution, previewHash: preview.hash }); }}>
            <ProblemNotice problem={take.problem} attempt={take.attempt} ids={{ attribution: { id: "boundary-attribution", label: t("attribution") } }} />
            {preview.standing > 0 ? <div className="mb-5"><Notice tone="soon" level={3} title={t("replaces", { count: preview.standing })}><p>{t("replacesText")}</p></Notice></div> : null}
            <TextField id="boundary-attribution" label={t("attribution")} hint={t("attributionHint")} value={attribution} onChange={setAttribution} error={errors.field(take.problem, "attribution")} />
            <div className="acts mt-5"><Button type="submit" isPending={take.isBusy} isDisabled={look.isBusy}>{t("take", { count: preview.municipalities.length - preview.missing.length })}</Button></div>
          </form>
        </Panel>
      ) : null}
    </div>
  );
}
