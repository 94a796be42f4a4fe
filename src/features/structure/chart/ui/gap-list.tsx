import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/ui/page/link-button";
import { Tag } from "@/ui/page/tag";
import type { Gap, GapKind } from "../schema";
import { isBlocking } from "../rules";
import { hrefOfGap } from "../../ui/words";

interface Props {
  readonly gaps: readonly Gap[];
  readonly municipalityId: string;
  /** rows of a kind that stand open; the rest folds away */
  readonly shown?: number;
}

/** What is missing, by kind, each with the button that mends it. */
export async function GapList({ gaps, municipalityId, shown = 3 }: Props) {
  const kinds = [...new Set(gaps.map(({ kind }) => kind))];
  return (
    <ul className="gap-kinds">
      {kinds.map((kind) => <li key={kind}><GapKindRow kind={kind} gaps={gaps.filter((gap) => gap.kind === kind)} municipalityId={municipalityId} shown={shown} /></li>)}
    </ul>
  );
}

async function GapKindRow({ kind, gaps, municipalityId, shown }: Props & { readonly kind: GapKind; readonly shown: number }) {
  const t = await getTranslations("structure.gaps");
  const roles = await getTranslations("access.roles");
  const [only] = gaps;
  const isSingle = kind === "hotlineWithoutPhone" || kind === "hotlineWithoutOperator" || kind === "hotlineWithoutDuty";
  const rows = isSingle ? [] : gaps;
  const row = (gap: Gap) => (
    <li key={gap.id} className="gap-row">
      <span>
        {gap.name}
        {gap.where || gap.role ? <span className="small muted block">{[gap.role ? roles(gap.role) : null, gap.where].filter(Boolean).join(", ")}</span> : null}
      </span>
      {gap.mayMend ? <LinkButton variant="quiet" href={hrefOfGap(gap, municipalityId)} aria-label={`${t(`${kind}.act`)}: ${gap.name}`}>{t(`${kind}.act`)}</LinkButton> : null}
    </li>
  );
  return (
    <>
      <h3>
        {t(`${kind}.title`, { count: gaps.length })} {only && isBlocking(only) ? <Tag tone="late">{t("blocking")}</Tag> : null}
      </h3>
      <p className="muted">{t(`${kind}.text`)}</p>
      {isSingle && only?.mayMend ? <div className="acts"><LinkButton variant="quiet" href={hrefOfGap(only, municipalityId)}>{t(`${kind}.act`)}</LinkButton></div> : null}
      {rows.length > 0 ? <ul className="gap-rows">{rows.slice(0, shown).map(row)}</ul> : null}
      {rows.length > shown ? (
        <details className="facet">
          <summary>{t("more", { count: rows.length - shown })}</summary>
          <ul className="gap-rows">{rows.slice(shown).map(row)}</ul>
        </details>
      ) : null}
    </>
  );
}
