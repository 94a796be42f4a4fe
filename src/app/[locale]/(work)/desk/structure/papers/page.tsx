import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import type { Papers } from "@/features/structure/papers/schema";
import { WhomForm } from "@/features/structure/papers/ui/whom-form";
import { isId } from "@/shared/ids/id";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { Notice } from "@/ui/page/notice";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { Tag } from "@/ui/page/tag";
import { queryOf } from "../place";
import { PlaceChoice } from "../place-choice";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const here = "/desk/structure/papers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.papers"))("title") };
}

/** Acts made from the data: to be downloaded, checked and signed. */
export default async function PapersPage({ searchParams }: Props) {
  const [query, api, t, inAccess, inPassport] = [await searchParams, await callApi(), await getTranslations("structure.papers"), await getTranslations("access.roles"), await getTranslations("structure.passport")];
  const places = await pageCall(async () => await api.structure.myMunicipalities(), here);
  const wanted = queryOf(query, "m");
  const municipalityId = wanted !== undefined && isId(wanted) ? wanted : places[0]?.id;
  if (municipalityId === undefined) notFound();
  const { place, lacksPassport, papers, names } = await pageCall(async () => await api.structure.papers.list({ municipalityId }), here);
  return (
    <>
      <PageTitle title={t("title")} note={place.shortName} />
      <PlaceChoice places={places} current={place.id} path={here} />
      <p className="read muted mb-6">{t("lead")}</p>
      {lacksPassport ? <div className="mb-6"><Notice title={inPassport("lacksTitle")} actions={<LinkButton variant="quiet" href={`/desk/structure/passport?m=${place.id}`}>{inPassport("open")}</LinkButton>}><p>{inPassport("lacksText")}</p></Notice></div> : null}
      {papers.length === 0 ? <EmptyState title={t("none")}><p>{t("noneText")}</p></EmptyState> : (
        <Panel title={t("papers")}>
          <ul className="record-list">
            {papers.map((paper) => <li key={`${paper.kind}:${paper.organisationId ?? ""}`}><a className="link" href={addressOf(place.id, paper)} download>{t(`kind.${paper.kind}`, { name: paper.name })}</a></li>)}
          </ul>
        </Panel>
      )}
      {names.length > 0 ? (
        <Panel title={t("names")}>
          <p className="muted mb-4">{t("namesNote")}</p>
          <ul className="record-list">
            {names.map((one) => (
              <li key={`${one.appointmentId}:${one.position ?? ""}:${one.byHand ?? ""}`}>
                <b>{one.whom ?? one.name}</b> <span className="small muted">{[inAccess(one.role), one.whom !== null && one.byHand === null && one.position !== null ? null : (one.position ?? t("noPosition"))].filter(Boolean).join(", ")}</span> {one.isDoubtful ? <Tag tone="soon">{t("check")}</Tag> : one.byHand ? <Tag>{t("byHand")}</Tag> : null}
                {one.mayChange ? <WhomForm of={one} /> : null}
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  );
}

function addressOf(municipalityId: string, { kind, organisationId }: Papers["papers"][number]): string {
  return `/api/export/paper.docx?municipality=${municipalityId}&kind=${kind}${organisationId ? `&organisation=${organisationId}` : ""}`;
}
