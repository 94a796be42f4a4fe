"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Role } from "@/access/roles";
import { Dialog } from "@/ui/dialog/dialog";
import { Button } from "@/ui/form/button";
import { EmptyState } from "@/ui/page/empty-state";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { Tag } from "@/ui/page/tag";
import { AppointDialog } from "../../appointments/ui/appoint-dialog";
import type { Chart, ChartOrganisation } from "../../chart/schema";
import { useCalls } from "../../ui/calls";
import { LinkForm, OrganisationForm } from "./organisation-form";

/** whom this step asks for */
const wanted: Role = "coordinator";

interface Props {
  readonly chart: Chart;
}

/** «С какими организациями работаем?»: those without a group come first. */
export function OrganisationsStep({ chart }: Props) {
  const t = useTranslations("structure");
  const { refresh } = useCalls();
  const [isAdding, setAdding] = useState(false);
  const [linked, setLinked] = useState<ChartOrganisation | null>(null);
  const groups = new Map(chart.bodies.map(({ id, name }) => [id, name]));
  const rows = chart.organisations.toSorted((a, b) => Math.min(1, a.groupIds.length) - Math.min(1, b.groupIds.length));
  const add = <Button variant={rows.length === 0 ? "primary" : "quiet"} onPress={() => setAdding(true)}>{t("setup.organisations.addOne")}</Button>;
  const fromTable = <LinkButton variant="plain" href={`/desk/setup/directory?m=${chart.place.id}`}>{t("directory.linkOwn")}</LinkButton>;
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={t("setup.organisations.emptyTitle")} actions={<>{add}{fromTable}</>}><p>{t("setup.organisations.emptyText")}</p></EmptyState>
      ) : (
        <>
          <div className="acts mb-5">{add}{fromTable}</div>
          <ul className="gap-rows">
            {rows.map((one) => (
              <li key={one.id} className="gap-row">
                <span>
                  {one.shortName}
                  <span className="small muted block">{one.groupIds.length > 0 ? one.groupIds.map((id) => groups.get(id)).join(", ") : <Tag tone="soon">{t("setup.organisations.unlinked")}</Tag>}</span>
                </span>
                <Button variant={one.groupIds.length === 0 ? "quiet" : "plain"} onPress={() => setLinked(one)} aria-label={`${t("setup.organisations.link")}: ${one.shortName}`}>{t("setup.organisations.link")}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Dialog title={t("setup.organisations.addTitle")} isOpen={isAdding} onOpenChange={setAdding} keepOpenOutside labels={{ close: t("form.close") }}>
        <OrganisationForm chart={chart} onDone={() => { setAdding(false); refresh(); }} />
      </Dialog>
      <Dialog title={linked?.shortName ?? ""} isOpen={linked !== null} onOpenChange={(isOpen) => (isOpen ? null : setLinked(null))} keepOpenOutside labels={{ close: t("form.close") }}>
        {linked ? <LinkForm key={linked.id} chart={chart} organisation={linked} onDone={() => { setLinked(null); refresh(); }} /> : null}
      </Dialog>
    </>
  );
}

/** «Кто поможет людям на месте?»: organisations without a coordinator come first. */
export function CoordinatorsStep({ chart }: Props) {
  const t = useTranslations("structure");
  const lacking = new Set(chart.gaps.flatMap(({ kind, id }) => (kind === "organisationWithoutCoordinator" && id ? [id] : [])));
  const rows = chart.organisations.toSorted((a, b) => Number(lacking.has(b.id)) - Number(lacking.has(a.id)));
  if (rows.length === 0) return <EmptyState title={t("setup.coordinators.emptyTitle")}><p>{t("setup.coordinators.emptyText")}</p></EmptyState>;
  return (
    <ul className="gap-rows">
      {rows.map((one) => {
        const held = one.posts.filter((post) => post.role === wanted && post.substitutesId === null);
        return (
          <li key={one.id} className="gap-row">
            <span>
              {one.shortName}
              <span className="small muted block">
                {held.length === 0 ? <Tag tone="soon">{t("chart.noCoordinator")}</Tag> : held.map((post, at) => <span key={post.id}>{at > 0 ? ", " : null}<Link className="link" href={`/desk/structure/appointments/${post.id}`}>{post.name}</Link></span>)}
              </span>
            </span>
            <AppointDialog seatId={one.id} role="coordinator" where={one.shortName} offersMe={!held.some(({ isMine }) => isMine)} label={held.length === 0 ? t("setup.people.appoint") : t("setup.people.more")} variant={held.length === 0 ? "quiet" : "plain"} />
          </li>
        );
      })}
    </ul>
  );
}
