import { useLocale, useTranslations } from "next-intl";
import { formatPhone, type Phone } from "@/shared/codes/phone";
import { formatDeadline, formatMoment } from "@/shared/dates/format";
import { Facts } from "@/ui/page/facts";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { Panel } from "@/ui/page/panel";
import { Say } from "@/ui/page/say";
import type { HelperPlace, WhoHelps } from "../help/schema";
import { PhoneLink, PlaceTable } from "./place-table";

/** The answer to «кто мне поможет»: whom to call, where to ask, who is near. */
export function HelpResult({ found, now }: { readonly found: WhoHelps; readonly now: Date }) {
  const t = useTranslations("hotline.help");
  const locale = useLocale();
  const context = { now, zone: found.municipality.timeZone, locale };
  const { municipality, hotline, organisation, places } = found;
  const others = places.filter((place) => place.id !== organisation?.id);
  const phone = hotline.phone === null ? null : formatPhone(hotline.phone as Phone);
  return (
    <>
      <Say>
        {phone === null
          ? t("sayNoPhone", { place: municipality.shortName })
          : t.rich("sayPhone", { place: municipality.shortName, phone, hours: hotline.hours ?? t("hoursUnknown"), i: (inner) => <i className="whitespace-nowrap"><Link className="link" href={`tel:${hotline.phone}`}>{inner}</Link></i>, small: (inner) => <small>{inner}</small> })}
      </Say>
      {phone !== null && hotline.presence?.at ? <p className="read mt-3">{t(`presence.${hotline.presence.isThere ? "there" : "away"}`, hotline.presence.isThere ? { until: formatDeadline(hotline.presence.at, context) } : { at: formatMoment(hotline.presence.at, context) })}</p> : null}
      <div className="acts mt-5 mb-8">
        {hotline.phone ? <LinkButton className="md:hidden" href={`tel:${hotline.phone}`}>{t("call")}</LinkButton> : null}
        {hotline.takesQuestions ? <LinkButton variant="quiet" href={`/help/ask?municipality=${municipality.id}`}>{t("ask")}</LinkButton> : null}
        <p className="muted small basis-full">{hotline.takesQuestions ? t("askText", { first: hotline.firstResponse.amount, firstUnit: hotline.firstResponse.unit, whole: hotline.resolution.amount, wholeUnit: hotline.resolution.unit }) : t("askClosed")}</p>
      </div>
      {organisation ? <OwnPlace place={organisation} /> : null}
      <Panel title={others.length > 0 ? t("placesTitle", { count: others.length }) : undefined}>
        {others.length > 0 ? <PlaceTable places={others} caption={t("placesTitle", { count: others.length })} /> : <p className="muted">{t("placesNone")}</p>}
      </Panel>
    </>
  );
}

function OwnPlace({ place }: { readonly place: HelperPlace }) {
  const t = useTranslations("hotline.help");
  const sentence = place.hasCoordinator ? "coordinatorYes" : place.hasExecutor ? "executorYes" : "coordinatorNo";
  const facts = [
    ...(place.address ? [{ term: t("address"), value: place.address }] : []),
    ...(place.phone ? [{ term: t("phone"), value: <PhoneLink phone={place.phone} /> }] : []),
  ];
  return (
    <Panel title={t("coordinatorTitle")}>
      <p className="read mb-4">{t(sentence, { name: place.name, phone: place.phone ? "given" : "none" })}</p>
      {facts.length > 0 ? <Facts items={facts} /> : <p className="muted">{t("noContacts")}</p>}
    </Panel>
  );
}
