import { useTranslations } from "next-intl";
import type { Slip } from "../desk/schema";

interface Props {
  readonly slip: Slip;
  /** «20.12.2026» */
  readonly until: string;
}

/** The paper that the person takes home: large, short, complete. Printed on A6, four on a page of A4 don't matter. */
export function SlipSheet({ slip, until }: Props) {
  const t = useTranslations("people.sheet");
  const place = slip.unitName ?? slip.municipalityName ?? "";
  return (
    <article className="slip-sheet" aria-labelledby="slip-title">
      <p className="small muted">{slip.municipalityName}</p>
      <h2 id="slip-title">{t("title")}</h2>
      <p className="mt-1">{t("forWhom")}: <strong>{slip.name}</strong></p>
      <ol className="slip-steps">
        <li>{t("address")} <strong className="slip-address">{slip.address.replace(/^https?:\/\//, "")}</strong></li>
        <li>{t("code")} <strong className="slip-code" data-testid="slip-code">{slip.code}</strong></li>
        <li>{t("then")}</li>
      </ol>
      <p>{t("until", { date: until })} {t("secret")}</p>
      <p className="mt-2">{t("lost", { place })} {slip.hotlinePhone ? `${t("hotline", { phone: slip.hotlinePhone })}${slip.hotlineHours ? `, ${slip.hotlineHours}` : ""}.` : null}</p>
    </article>
  );
}
