import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { AddMunicipalityDialog } from "@/features/structure/administration/ui/add-municipality-dialog";
import { JoinButton } from "@/features/structure/administration/ui/join-button";
import type { AdminMunicipality } from "@/features/structure/administration/schema";
import { appointHref } from "@/features/structure/ui/words";
import { isId } from "@/shared/ids/id";
import { EmptyState } from "@/ui/page/empty-state";
import { LinkButton } from "@/ui/page/link-button";
import { Link } from "@/ui/page/link";
import { PageTitle } from "@/ui/page/page-title";
import { Tag } from "@/ui/page/tag";
import { Table } from "@/ui/table/table";
import { queryOf } from "../../desk/structure/place";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("structure.admin"))("municipalities") };
}

/** A region's municipalities: do they take part, are they set up, who is responsible. */
export default async function MunicipalitiesPage({ searchParams }: Props) {
  const regionId = queryOf(await searchParams, "region");
  if (regionId === undefined || !isId(regionId)) notFound();
  const api = await callApi();
  const [{ regions, round }, rows] = await pageCall(async () => await Promise.all([api.structure.administration.overview(), api.structure.administration.municipalities({ regionId })]), "/admin");
  const region = regions.find(({ id }) => id === regionId);
  if (!region) notFound();
  const t = await getTranslations("structure.admin");
  const people = (names: readonly string[], id: string, role: "head" | "responsiblePerson", name: string) =>
    names.length > 0 ? names.join(", ") : <LinkButton variant="quiet" href={appointHref(id, role)} aria-label={`${t("appoint")}: ${t(role)}, ${name}`}>{t("appoint")}</LinkButton>;
  return (
    <>
      <PageTitle title={region.name} crumbs={{ label: t("crumbs"), items: [{ label: t("title"), href: "/admin" }, { label: region.name }] }} actions={<AddMunicipalityDialog regionId={regionId} />} />
      <Table<AdminMunicipality>
        caption={t("municipalities")} captionHidden rows={rows} rowKey={({ id }) => id} empty={<EmptyState title={t("noMunicipalities")}><p>{t("noMunicipalitiesText")}</p></EmptyState>}
        columns={[
          { id: "name", header: t("name"), rowHeader: true, cell: ({ id, shortName, oktmo }) => <><Link className="link" href={`/desk/structure/units/${id}`}>{shortName}</Link>{oktmo ? <span className="small muted num block">{t("code", { oktmo })}</span> : null}</> },
          { id: "state", header: t("state"), cell: (one) => <State municipality={one} hasRound={round !== null} /> },
          { id: "head", header: t("head"), cell: ({ id, heads, shortName }) => people(heads, id, "head", shortName) },
          { id: "responsible", header: t("responsiblePerson"), cell: ({ id, responsible, participates, shortName }) => (participates ? people(responsible, id, "responsiblePerson", shortName) : "—") },
        ]}
      />
    </>
  );
}

async function State({ municipality: { id, participates, isSetUp, shortName }, hasRound }: { readonly municipality: AdminMunicipality; readonly hasRound: boolean }) {
  const t = await getTranslations("structure.admin");
  if (isSetUp) return <Tag tone="done">{t("isSetUp")}</Tag>;
  if (participates) return <Tag tone="soon">{t("notSetUp")}</Tag>;
  return hasRound ? <JoinButton municipalityId={id} name={shortName} /> : <Tag>{t("absent")}</Tag>;
}
