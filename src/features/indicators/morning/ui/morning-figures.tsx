import { useTranslations } from "next-intl";
import { Figures } from "@/ui/page/figures";
import { Panel } from "@/ui/page/panel";
import { useNumbers } from "../../ui/use-numbers";
import type { Morning } from "../schema";

/** Users with the unconfirmed beside, initiatives net with the gross beside; each opens its list where there is one. */
export function MorningFigures({ morning: { total, users, place } }: { readonly morning: Morning }) {
  const t = useTranslations("indicators.morning");
  const { whole } = useNumbers();
  const list = `/initiatives?municipality=${place.id}`;
  return (
    <Panel title={t("figures")}>
      <Figures
        items={[
          { value: whole(total.net), label: t("net", { count: total.net, gross: whole(total.gross) }), href: list },
          { value: whole(total.users), label: users.target === null ? t("users", { count: total.users }) : t("usersOf", { count: total.users, target: whole(users.target) }) },
          { value: whole(total.unconfirmed), label: t("unconfirmed") },
          { value: whole(total.answered), label: t("answered", { count: total.answered, included: whole(total.included) }) },
        ]}
      />
    </Panel>
  );
}
