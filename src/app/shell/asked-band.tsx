import { getTranslations } from "next-intl/server";
import type { Actor } from "@/access/actor";
import { callApi } from "@/api/call";
import { ButOn } from "@/app/shell/but-on";
import { Link } from "@/ui/page/link";
import { Notice } from "@/ui/page/notice";
import { hasOwnPages } from "./work-nav";

/** A consent has changed and asks anew: said on every page of theirs until they have agreed or refused, but where they do it. */
export async function AskedBand({ actor }: { readonly actor: Actor }) {
  if (!hasOwnPages(actor)) return null;
  const asked = await (await callApi()).people.consents.asked();
  const [first] = asked;
  if (!first) return null;
  const t = await getTranslations("app.asked");
  return (
    <ButOn path="/account">
      <div className="mb-6">
        <Notice tone="soon"><p>{t("text", { title: first.title, count: asked.length })} <Link className="link" href="/account">{t("action")}</Link></p></Notice>
      </div>
    </ButOn>
  );
}
