import { getLocale, getTranslations } from "next-intl/server";
import type { Role } from "@/access/roles";
import { formatPhone, type Phone } from "@/shared/codes/phone";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { Tag } from "@/ui/page/tag";
import { appointHref } from "../../ui/words";
import type { Chart, ChartBody, ChartOrganisation } from "../schema";
import { PostLine } from "./post-line";

interface Props {
  readonly chart: Chart;
  readonly now: Date;
  /** read from afar: everybody is seen without a press, nothing is done here */
  readonly isWall?: boolean;
}

/** Three tiers, one under the other: as on the wall of an office, and on a phone. */
export async function ChartView({ chart: read, now, isWall = false }: Props) {
  const t = await getTranslations("structure.chart");
  const chart = isWall ? { ...read, gaps: read.gaps.map((gap) => ({ ...gap, mayMend: false })), may: { ...read.may, setUp: false } } : read;
  const { place, posts, bodies, organisations } = chart;
  const zone = place.timeZone;
  const coordination = bodies.find(({ kind }) => kind === "coordinationGroup");
  const hotline = bodies.find(({ kind }) => kind === "hotline");
  const groups = bodies.filter(({ kind }) => kind === "workingGroup");
  const loose = organisations.filter(({ groupIds }) => groupIds.length === 0);
  return (
    <div className="chart">
      {chart.isWhole ? (
        <section className="tier" aria-labelledby="tier-1">
          <h2 id="tier-1">{t("tier1")}</h2>
          <div className="tier-cards">
            <div className="panel">
              <h3>{place.headTitle ? place.headTitle.charAt(0).toUpperCase() + place.headTitle.slice(1) : t("head")}</h3>
              <Posts of={posts.filter((post) => post.unitId === place.id)} now={now} zone={zone} />
            </div>
            {coordination ? <div className="panel"><h3>{coordination.name}</h3><Posts of={coordination.posts} now={now} zone={zone} isBare /></div> : null}
            {hotline ? (
              <div className="panel">
                <h3>{hotline.name}</h3>
                <p className="small muted num">{chart.hotline.phone ? <HotlinePhone phone={chart.hotline.phone} hours={chart.hotline.hours} /> : t("noPhone")}</p>
                {chart.gaps.some(({ kind }) => kind === "hotlineWithoutDuty") ? <p className="gap-line"><Tag tone="soon">{t("noDuty")}</Tag></p> : null}
                <Posts of={hotline.posts} now={now} zone={zone} isBare />
                {chart.may.setUp ? <p><Link className="link" href={`/desk/duty?line=${hotline.id}`}>{t("roster")}</Link></p> : null}
              </div>
            ) : null}
          </div>
        </section>
      ) : null}
      <section className="tier" aria-labelledby="tier-2">
        <h2 id="tier-2">{chart.isWhole ? t("tier2") : t("own")}</h2>
        <div className="tier-cards tier-cards-wide">
          {chart.isWhole ? groups.map((group) => <GroupCard key={group.id} group={group} chart={chart} now={now} isWall={isWall} />) : organisations.map((one) => <div key={one.id} className="panel"><Organisation organisation={one} chart={chart} now={now} isTop /></div>)}
        </div>
      </section>
      {loose.length > 0 && chart.isWhole ? (
        <section className="tier" aria-labelledby="tier-3">
          <h2 id="tier-3">{t("loose", { count: loose.length })}</h2>
          <div className="tier-cards">{loose.map((one) => <div key={one.id} className="panel"><Organisation organisation={one} chart={chart} now={now} isTop /></div>)}</div>
        </section>
      ) : null}
    </div>
  );
}

function HotlinePhone({ phone, hours }: { readonly phone: string; readonly hours: string | null }) {
  return <>{formatPhone(phone as Phone)}{hours ? `, ${hours}` : ""}</>;
}

async function Posts({ of, now, zone, isBare }: { readonly of: ChartBody["posts"]; readonly now: Date; readonly zone: string; readonly isBare?: boolean }) {
  const t = await getTranslations("structure.chart");
  if (of.length === 0) return <p className="muted mt-2">{t("nobody")}</p>;
  return <ul className="posts">{of.map((post) => <PostLine key={post.id} post={post} now={now} zone={zone} isBare={isBare} />)}</ul>;
}

async function GroupCard({ group, chart, now, isWall = false }: Props & { readonly group: ChartBody }) {
  const [t, locale] = [await getTranslations("structure.chart"), await getLocale()];
  const directions = chart.directions.filter(({ groupId }) => groupId === group.id);
  const linked = chart.organisations.filter(({ groupIds }) => groupIds.includes(group.id));
  const without = linked.filter(({ posts }) => !holds(posts, "coordinator"));
  const lacksLead = chart.gaps.find(({ kind, id }) => kind === "groupWithoutLead" && id === group.id);
  const inOrder = [...without, ...linked.filter((one) => !without.includes(one))];
  return (
    <article className="panel">
      <h3>{group.name}</h3>
      <ul className="directions" aria-label={t("directions")}>
        {directions.map(({ id, name, nameEn }) => <li key={id}>{locale === "en" ? nameEn : name}</li>)}
        {directions.length === 0 ? <li><Tag tone="soon">{t("noDirections")}</Tag></li> : null}
      </ul>
      {lacksLead ? <p className="gap-line"><Tag tone="late">{t("noLead")}</Tag>{lacksLead.mayMend ? <LinkButton variant="quiet" href={appointHref(group.id, "workingGroupLead")}>{t("appointLead")}</LinkButton> : null}</p> : null}
      <Posts of={group.posts} now={now} zone={chart.place.timeZone} />
      {linked.length === 0 ? <p className="small muted">{t("organisations", { count: 0 })}</p> : (
      <details className="facet" open={isWall || without.length > 0}>
        <summary>
          <span>{t("organisations", { count: linked.length })} {without.length > 0 ? <Tag tone="soon">{t("withoutCoordinator", { count: without.length })}</Tag> : null}</span>
        </summary>
        <ul className="organisations">{inOrder.map((one) => <li key={one.id}><Organisation organisation={one} chart={chart} now={now} /></li>)}</ul>
      </details>
      )}
    </article>
  );
}

function holds(posts: ChartOrganisation["posts"], ...roles: readonly Role[]): boolean {
  return posts.some((post) => roles.includes(post.role) && post.substitutesId === null);
}

async function Organisation({ organisation, chart, now, isTop }: Props & { readonly organisation: ChartOrganisation; /** right under the tier, not in a group's card */ readonly isTop?: boolean }) {
  const t = await getTranslations("structure.chart");
  const lacks = chart.gaps.find(({ kind, id }) => kind === "organisationWithoutCoordinator" && id === organisation.id);
  return (
    <>
      {isTop ? <h3>{organisation.shortName}</h3> : <h4>{organisation.shortName}</h4>}
      {lacks ? <p className="gap-line"><Tag tone="soon">{t("noCoordinator")}</Tag>{lacks.mayMend ? <LinkButton variant="quiet" href={appointHref(organisation.id, "coordinator")} aria-label={`${t("appoint")}: ${organisation.shortName}`}>{t("appoint")}</LinkButton> : null}</p> : null}
      {organisation.posts.length > 0 ? <Posts of={organisation.posts} now={now} zone={chart.place.timeZone} /> : null}
    </>
  );
}
