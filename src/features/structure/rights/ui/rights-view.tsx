import { getLocale, getTranslations } from "next-intl/server";
import type * as z from "zod";
import { allowedTo } from "@/access/explain";
import { roles } from "@/access/roles";
import { formatNumericDate } from "@/shared/dates/format";
import { plainDate } from "@/shared/dates/plain-date";
import { lastDayOf, plainDateIn } from "@/shared/dates/zone";
import { FilterForm } from "@/ui/form/filter-form";
import { InputField } from "@/ui/form/input-field";
import { SearchField } from "@/ui/form/search-field";
import { Chips } from "@/ui/page/chips";
import { EmptyState } from "@/ui/page/empty-state";
import { Link } from "@/ui/page/link";
import { Notice } from "@/ui/page/notice";
import { Pager } from "@/ui/page/pager";
import { Panel } from "@/ui/page/panel";
import { Say } from "@/ui/page/say";
import { Tag } from "@/ui/page/tag";
import { Table } from "@/ui/table/table";
import { needsAct } from "../../rules";
import { rightsFilters, type Right, type RightsWish, type rightsOutput } from "../schema";
import { sentenceOf } from "../table";

interface Props {
  readonly rights: z.infer<typeof rightsOutput>;
  readonly wish: RightsWish;
  readonly path: string;
}

export function rightsQuery({ municipalityId, q, filter, reason }: RightsWish, more: Readonly<Record<string, string>> = {}): string {
  return String(new URLSearchParams({ ...(municipalityId ? { m: municipalityId } : {}), ...(q ? { q } : {}), ...(filter === "all" ? {} : { filter }), ...(reason ? { reason } : {}), ...more }));
}

/** Who may see and do what, since when, until when, by which act; then what each role means, from the tables that decide. */
export async function RightsView({ rights, wish, path }: Props) {
  const [t, structure, names, locale] = [await getTranslations("structure.rights"), await getTranslations("structure"), await getTranslations("access.roles"), await getLocale()];
  const date = (day: Parameters<typeof formatNumericDate>[0]) => formatNumericDate(day, locale);
  const href = (more: Readonly<Record<string, string>>) => `${path}?${rightsQuery(wish, more)}`;
  const keep = { m: wish.municipalityId ?? undefined, filter: wish.filter === "all" ? undefined : wish.filter };
  const held = roles.filter((role) => rights.rows.some((one) => one.role === role));
  const act = ({ role, act: { kind, number, date: of } }: Right) => (number === null ? (needsAct(role) ? <Tag tone="soon">{structure("post.withoutAct")}</Tag> : "—") : `${kind ? structure(`act.kinds.${kind}`) : ""} № ${number}${of ? ` ${structure("act.of", { date: date(plainDate(of)) })}` : ""}`);
  return (
    <>
      <div className="mb-6"><Say>{t.rich("say", { count: rights.total, i: (text) => <i>{text}</i> })}<small>{t("sayPersonal", { count: rights.personal })}</small></Say></div>
      <FilterForm action={path} label={t("search")} keep={{ ...keep, reason: wish.reason ?? undefined }}>
        <SearchField name="q" label={t("search")} hint={t("searchHint")} defaultValue={wish.q} button={t("find")} />
      </FilterForm>
      <div className="mt-4 mb-5"><Chips label={t("filters")} items={rightsFilters.map((one) => ({ href: `${path}?${rightsQuery({ ...wish, filter: one })}`, label: t(`filter.${one}`), current: one === wish.filter }))} /></div>
      {rights.hasHiddenNames ? (
        <div className="mb-6">
          <Notice tone="neutral" title={t("hiddenTitle")}>
            <p>{t("hiddenText")}</p>
            <FilterForm action={path} label={t("hiddenTitle")} keep={{ ...keep, q: wish.q || undefined }} submit={t("showNames")}><InputField name="reason" label={t("reason")} hint={t("reasonHint")} minLength={10} maxLength={300} required /></FilterForm>
          </Notice>
        </div>
      ) : null}
      <Table<Right>
        caption={t("title")} captionHidden rows={rights.rows} rowKey={({ appointmentId }) => appointmentId} empty={<EmptyState title={t("emptyTitle")}><p>{t("emptyText")}</p></EmptyState>}
        columns={[
          { id: "name", header: t("name"), rowHeader: true, cell: ({ name, appointmentId, mayOpen }) => (name === null ? <span className="muted">{t("hiddenName")}</span> : !mayOpen ? name : <Link className="link" href={`/desk/structure/appointments/${appointmentId}`}>{name}</Link>) },
          { id: "role", header: t("role"), cell: ({ role, isSubstitute, seesPersonalData }) => <><Link className="link" href={`#${role}`}>{names(role)}</Link>{isSubstitute ? <span className="small muted block">{t("substitute")}</span> : null}{seesPersonalData ? <span className="block"><Tag>{t("personal")}</Tag></span> : null}</> },
          { id: "where", header: t("where"), cell: ({ where, municipality, inherits }) => <>{where}{municipality && municipality !== where ? <span className="small muted block">{municipality}</span> : null}{inherits.length > 0 ? <span className="small muted block">{t("inheritsFrom", { names: inherits.join(", ") })}</span> : null}</> },
          { id: "since", header: t("since"), cell: ({ startsAt, timeZone }) => date(plainDateIn(timeZone, startsAt)) },
          { id: "until", header: t("until"), cell: ({ endsAt, timeZone }) => (endsAt === null ? t("noEnd") : date(lastDayOf(timeZone, endsAt))) },
          { id: "act", header: t("act"), cell: (one) => <>{act(one)}{one.appointedBy ? <span className="small muted block">{t("by", { name: one.appointedBy })}</span> : null}</> },
        ]}
      />
      <Pager next={rights.next === null ? undefined : href({ after: rights.next })} labels={{ nav: t("pages"), previous: t("first"), next: t("next") }} />
      {held.length > 0 ? (
        <div className="mt-6">
          <Panel title={t("lets")}>
            <p className="muted mb-4">{t("letsText")}</p>
            {held.map((role) => (
              <section key={role} id={role} className="mb-5">
                <h3>{names(role)}</h3>
                <ul>{allowedTo(role).map((one) => { const said = sentenceOf(one, locale); return <li key={said}>{said}</li>; })}</ul>
              </section>
            ))}
          </Panel>
        </div>
      ) : null}
    </>
  );
}
