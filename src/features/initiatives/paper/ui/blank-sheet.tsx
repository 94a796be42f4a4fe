import { useTranslations } from "next-intl";
import type { DeskPlace } from "@/features/people/desk/schema";
import type { BlankSheet as Blank } from "../schema";

interface Props {
  readonly blank: Blank;
  readonly place: DeskPlace;
  readonly directions: readonly { readonly id: string; readonly name: string }[];
}

const bare = (address: string) => address.replace(/^https?:\/\//, "");

/** What is filled in by hand: in the order in which it is typed in afterwards. One side of A4. */
export function BlankSheet({ blank, place, directions }: Props) {
  const t = useTranslations("initiatives.paper.form");
  const { qr } = blank;
  return (
    <article className="blank-sheet" aria-labelledby="blank-title">
      <header className="blank-head">
        <div>
          <p className="small muted">{blank.marathonName}</p>
          <h2 id="blank-title">{t("title")}</h2>
          <p>{place.unitName}, {place.municipalityName}</p>
        </div>
        <figure className="blank-qr">
          <svg role="img" aria-label={t("qr", { address: bare(blank.address) })} viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`} shapeRendering="crispEdges"><rect x="-4" y="-4" width="100%" height="100%" fill="#fff" /><path d={qr.path} fill="#000" /></svg>
          <figcaption className="small">{t("qrText")} <strong>{bare(blank.address)}</strong></figcaption>
        </figure>
      </header>
      <dl className="blank-fields">
        <Line label={t("name")} />
        <Line label={t("phone")} isShort />
        <Line label={t("day")} isShort />
        <Line label={t("what")} />
        <Line label={t("essence")} lines={7} />
        <Line label={t("result")} lines={3} />
        <Line label={t("place")} />
      </dl>
      <p><strong>{t("direction")}.</strong> {t("directionHint")} {directions.map(({ name }) => name).join(" · ")}</p>
      <p className="blank-consent">{t("consent", { address: bare(blank.consentAddress) })}</p>
      <dl className="blank-fields"><Line label={t("signature")} isShort /></dl>
    </article>
  );
}

function Line({ label, lines = 1, isShort = false }: { readonly label: string; readonly lines?: number; readonly isShort?: boolean }) {
  return (
    <div className={isShort ? "blank-field blank-short" : "blank-field"}>
      <dt>{label}</dt>
      <dd>{Array.from({ length: lines }, (_, at) => <span key={at} className="blank-line" />)}</dd>
    </div>
  );
}
