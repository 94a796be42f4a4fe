import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import { waitingFor, type Waiting } from "@/app/shell/waiting";
import { placesOf } from "@/app/shell/work-nav";
import { contextFromNext } from "@/platform/trpc/context-next";
import { Link } from "@/ui/page/link";
import { Panel } from "@/ui/page/panel";
import { Say } from "@/ui/page/say";
import { Tag } from "@/ui/page/tag";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("app.desk"))("title") };
}

/** The first page of a working day: what waits for this person, the urgent first, and where their places are. */
export default async function DeskPage() {
  const { actor } = await contextFromNext();
  if (actor.posts.length === 0) redirect("/my");
  const api = await callApi();
  const [waiting, me] = await pageCall(async () => await Promise.all([waitingFor(actor, api), api.people.me()]));
  const [t, inAccess, inWork] = await Promise.all([getTranslations("app.desk"), getTranslations("access.roles"), getTranslations("app.work")]);
  const places = placesOf(actor).filter(({ place }) => place !== "desk");
  return (
    <>
      <h1 className="small muted mb-2">{t("title")}</h1>
      <DaySentence waiting={waiting} />
      <div className="split mt-6">
        <Panel title={t("waiting")}>
          {waiting.length === 0 ? <p className="muted">{t("nothing")}</p> : <WaitingList waiting={waiting} />}
        </Panel>
        <div className="stack">
          <Panel title={t("posts")}>
            <ul className="record-list">
              {me.posts.map((post) => (
                <li key={post.appointmentId}>
                  <b>{inAccess(post.role)}</b>
                  <span className="small muted"> {[post.isSubstitute ? t("substitute") : null, post.placeName, post.municipalityName === post.placeName ? null : post.municipalityName].filter(Boolean).join(" · ")}</span>
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t("places")}>
            <ul className="record-list">
              {places.map(({ place, href }) => (
                <li key={place}>
                  <Link className="link" href={href}>{inWork(place)}</Link>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </>
  );
}

async function DaySentence({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const t = await getTranslations("app.desk");
  const of = (tones: readonly Waiting["tone"][]) => waiting.filter(({ tone }) => tones.includes(tone)).reduce((sum, { count }) => sum + count, 0);
  const [late, count] = [of(["late"]), of(["late", "soon", "asks"])];
  if (count === 0) return <Say>{t("done")}</Say>;
  return <Say>{late === 0 ? t("some", { count }) : t.rich("someLate", { count, late, em: (chunks) => <em>{chunks}</em> })}</Say>;
}

async function WaitingList({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const t = await getTranslations("app.desk");
  return (
    <ul className="record-list">
      {waiting.map(({ kind, count, tone, href }) => (
        <li key={kind} className="flex flex-wrap items-center justify-between gap-2">
          <Link className="link" href={href}>{t(`kind.${kind}`, { count })}</Link>
          {tone === "neutral" || tone === "done" ? null : <Tag tone={tone}>{t(`tone.${tone}`)}</Tag>}
        </li>
      ))}
    </ul>
  );
}
