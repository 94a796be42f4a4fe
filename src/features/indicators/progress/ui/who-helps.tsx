import { useTranslations } from "next-intl";
import { SelectField, type OptionGroup } from "@/ui/form/select-field";

/** Past this many the list itself would be heavier than the page: the help page asks for the region first. */
const mostChoices = 400;

/** Who helps: the hotline of one's municipality, a coordinator nearby, paper. */
export function WhoHelps({ municipalities }: { readonly municipalities: readonly OptionGroup[] }) {
  const t = useTranslations("indicators.front");
  const count = municipalities.reduce((sum, { options }) => sum + options.length, 0);
  return (
    <div className="grid gap-8 md:grid-cols-3">
      <div>
        <h2 className="text-lead mb-2">{t("hotline")}</h2>
        <p>{t("hotlineText")}</p>
        {count > 0 && count <= mostChoices ? (
          <form method="get" action="/help" className="mt-4">
            <SelectField name="municipality" label={t("municipality")} required options={[{ value: "", label: t("chooseMunicipality") }, ...municipalities]} />
            <button type="submit" className="button mt-3 border-current">{t("showPhone")}</button>
          </form>
        ) : (
          <p className="mt-3"><a href="/help">{t("chooseMunicipality")}</a></p>
        )}
      </div>
      <div>
        <h2 className="text-lead mb-2">{t("coordinator")}</h2>
        <p>{t("coordinatorText")} <a href="/help">{t("coordinatorLink")}</a></p>
      </div>
      <div>
        <h2 className="text-lead mb-2">{t("paper")}</h2>
        <p>{t("paperText")} <a href="/slip">{t("paperLink")}</a></p>
      </div>
    </div>
  );
}
