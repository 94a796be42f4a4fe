"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { CheckboxGroup } from "@/ui/form/checkbox-group";
import { Panel } from "@/ui/page/panel";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../../ui/calls";
import { ProblemNotice } from "../../../ui/problem-notice";
import { confirmCloneInput, type Clone } from "../schema";

/** The last marathon's tree as a proposal: whoever is left unticked is not appointed. */
export function CloneForm({ municipalityId, clone }: { readonly municipalityId: string; readonly clone: Clone }) {
  const t = useTranslations("structure.clone");
  const roles = useTranslations("access.roles");
  const { confirmClone, goTo } = useCalls();
  const [kept, setKept] = useState(clone.posts.map(({ id }) => id));
  const send = useSend(confirmCloneInput, confirmClone, (counts) => {
    toast({ tone: "done", title: t("done"), text: t("doneText", counts) });
    goTo(`/desk/setup/check?m=${municipalityId}`);
  });
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ municipalityId, appointmentIds: kept }); }}>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{}} />
      <Panel title={t("groups", { count: clone.groups.length })}>
        <ul className="gap-rows">
          {clone.groups.map((group) => <li key={group.id} className="gap-row"><span>{group.name}<span className="small muted block">{group.directions.join(", ") || t("noDirections")}</span></span></li>)}
        </ul>
        <p className="muted mt-3">{t("organisations", { count: clone.organisations })}</p>
      </Panel>
      <Panel title={t("people", { count: clone.posts.length })}>
        {clone.posts.length > 0 ? <CheckboxGroup label={t("keep")} hint={t("keepHint")} value={kept} onChange={setKept} options={clone.posts.map((post) => ({ value: post.id, label: post.name, note: `${roles(post.role)}, ${post.where}` }))} /> : <p className="muted">{t("nobody")}</p>}
      </Panel>
      <div className="acts mt-6"><Button type="submit" isPending={send.isBusy}>{t("submit")}</Button></div>
    </form>
  );
}
