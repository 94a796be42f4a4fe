import { getLocale, getTranslations } from "next-intl/server";
import { formatDay } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { Link } from "@/ui/page/link";
import { Tag } from "@/ui/page/tag";
import { needsAct } from "../../rules";
import type { Post } from "../schema";

interface Props {
  readonly post: Post;
  readonly now: Date;
  readonly zone: string;
  /** the role stands above already */
  readonly isBare?: boolean;
}

/** Somebody at a place: the name leads to the appointment; what is amiss stands beside it. */
export async function PostLine({ post, now, zone, isBare }: Props) {
  const [t, roles, locale] = [await getTranslations("structure.post"), await getTranslations("access.roles"), await getLocale()];
  const day = (instant: Date) => formatDay(plainDateIn(zone, instant), { now, zone, locale });
  const isSubstitute = post.substitutesId !== null;
  return (
    <li className="post">
      <span className="small muted">{isSubstitute ? t("substitute", { role: roles(post.role) }) : isBare ? null : roles(post.role)}</span>
      <span>
        <Link className="link" href={`/desk/structure/appointments/${post.id}`}>{post.name}</Link>{" "}
        {post.startsAt > now ? <Tag>{t("from", { day: day(post.startsAt) })}</Tag> : null}
        {isSubstitute && post.endsAt ? <Tag>{t("until", { day: day(new Date(post.endsAt.getTime() - 1)) })}</Tag> : null}
        {post.isInvited ? <Tag tone="soon">{t("invited")}</Tag> : null}
        {needsAct(post.role) && post.act.number === null ? <Tag tone="soon">{t("withoutAct")}</Tag> : null}
      </span>
    </li>
  );
}
