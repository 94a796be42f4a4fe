import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { callApi } from "@/api/call";
import { ClientMessages } from "@/app/client-messages";
import { pageCall } from "@/app/shell/page-call";
import { draftSteps } from "@/features/initiatives/drafts/rules";
import { draftContent } from "@/features/initiatives/schema";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";
import { isId } from "@/shared/ids/id";
import { EmptyState } from "@/ui/page/empty-state";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { Notice } from "@/ui/page/notice";
import { PageTitle } from "@/ui/page/page-title";
import { Panel } from "@/ui/page/panel";
import { FormMessages } from "../form-messages";
import { AdoptDrafts } from "./adopt-drafts";
import { loadChoices } from "./load-choices";
import { NewWizard } from "./new-wizard";
import { OldDrafts } from "./old-drafts";
import { Together } from "./together";

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "initiatives.new" });
  return { title: t("title") };
}

/** `draft`: an id · `poster`: a code · `question`: a key question · `title`: what was typed on the front page · `step`. No account is needed to begin. */
export default async function NewPage({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const query = await searchParams;
  const text = (name: string) => (typeof query[name] === "string" ? query[name] : undefined);
  const [api, { actor, visitor }, t] = [await callApi(), await contextFromNext(), await getTranslations("initiatives.new")];
  const draftId = text("draft");
  const missing = isId(draftId) && actor.personId !== null ? await pageCall(async () => await api.draft.missingAuthor({ id: draftId })) : null;
  if (missing) return <AskTogether {...missing} />;
  const draft = isId(draftId) ? await pageCall(async () => await api.draft.get({ id: draftId }), `/new?draft=${draftId}`) : null;
  // with somebody beside, what is begun is theirs: from their page, in their name
  if (!draft && actor.assisting) redirect(`/desk/people/${actor.assisting.personId}`);
  const poster = text("poster") ? await api.marathon.posterLink({ code: text("poster")! }).catch(() => null) : null;
  const place = poster ? { municipalityId: poster.municipalityId, organisationId: poster.organisationId } : draft ? null : await api.draft.suggestion();
  const asked = isId(text("question")) && !draft ? await api.keyQuestion.get({ id: text("question")! }) : null;
  const about = asked ? { keyQuestionId: asked.id, municipalityId: asked.municipalityId, directionId: asked.directionId, organisationId: place?.municipalityId === asked.municipalityId ? place.organisationId : null } : {};
  const content = draft?.content ?? draftContent.parse({ title: (text("title") ?? "").slice(0, 500), ...place, ...about });
  const attachments = draft ? await api.attachment.list({ draftId: draft.id }) : [];
  const choices = await loadChoices(api, draft?.marathonId ?? poster?.marathonId ?? null, content.municipalityId, content.keyQuestionId);
  if (!choices) return <EmptyState level={1} title={t("noMarathon")} actions={<LinkButton href="/initiatives">{t("helpLink")}</LinkButton>}>{t("noMarathonText")}</EmptyState>;
  const old = draft ? [] : await api.draft.list();
  const posterLabel = draft?.posterLabel ?? poster?.label ?? null;
  return (
    <>
      {actor.personId !== null && !actor.assisting && visitor.tokenHash !== null ? <AdoptDrafts /> : null}
      <PageTitle title={t("title")} />
      <div className="split">
        <div className="stack">
          {posterLabel ? <p className="small muted">{t("poster", { label: posterLabel })}</p> : null}
          {draft?.helped ? <Notice><p>{draft.helped.byMe ? t("helping", { name: draft.helped.authorName }) : t("helpedBy", { organisation: draft.helped.organisationName })}</p></Notice> : null}
          {old.length > 0 ? <OldDrafts drafts={old} /> : null}
          <noscript><Notice tone="soon"><p>{t("needScript")}</p></Notice></noscript>
          <ClientMessages namespaces={["initiatives", "errors"]}>
            <NewWizard
              key={draft?.id ?? "new"} draft={draft} attachments={attachments} content={content} posterCode={poster?.code} choices={choices} ownerId={actor.personId}
              step={draftSteps.find((step) => step === text("step")) ?? "what"}
            />
          </ClientMessages>
        </div>
        <Panel title={t("help")}>
          <p>{t("helpText")}</p>
          {draft && actor.personId !== null && !draft.helped?.byMe ? <p className="mt-3"><Link href={`/new/wording/${draft.id}`}>{t("helpShare")}</Link></p> : null}
          <p className="mt-3"><Link href="/help">{t("helpLink")}</Link></p>
        </Panel>
      </div>
    </>
  );
}

/** Somebody else's words at a shared computer: they open once the person is said to be there. */
async function AskTogether({ name, personId }: { readonly name: string; readonly personId: string }) {
  const t = await getTranslations("people.assisted");
  return (
    <>
      <PageTitle title={t("askTitle")} note={t("ask", { name })} />
      <FormMessages parts={["assisted"]}><Together personId={personId} /></FormMessages>
    </>
  );
}
