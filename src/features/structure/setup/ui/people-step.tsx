"use client";

import { useTranslations } from "next-intl";
import type { Role } from "@/access/roles";
import { Link } from "@/ui/page/link";
import { Tag } from "@/ui/page/tag";
import { AppointDialog } from "../../appointments/ui/appoint-dialog";
import { capital } from "../../appointments/ui/capital";
import type { Chart, ChartBody } from "../../chart/schema";

interface Props {
  readonly chart: Chart;
}

const seats: Readonly<Record<ChartBody["kind"], readonly Role[]>> = { workingGroup: ["workingGroupLead", "workingGroupSecretary"], hotline: ["operator"], coordinationGroup: ["coordinationGroupMember"] };
const required: readonly Role[] = ["workingGroupLead", "operator"];

/** «Кто ведёт группы и отвечает на звонки?» */
export function PeopleStep({ chart }: Props) {
  const order: readonly ChartBody["kind"][] = ["workingGroup", "hotline", "coordinationGroup"];
  const bodies = order.flatMap((kind) => chart.bodies.filter((body) => body.kind === kind));
  return (
    <ul className="seats">
      {bodies.map((body) => (
        <li key={body.id}>
          <h2 className="row-title">{body.name}</h2>
          {seats[body.kind].map((role) => <Seat key={role} role={role} body={body} />)}
        </li>
      ))}
    </ul>
  );
}

function Seat({ role, body }: { readonly role: Role; readonly body: ChartBody }) {
  const t = useTranslations("structure");
  const roles = useTranslations("access.roles");
  const held = body.posts.filter((post) => post.role === role && post.substitutesId === null);
  const isOpen = held.length === 0;
  return (
    <div className="gap-row">
      <span>
        <span className="small muted block">{capital(roles(role))}</span>
        {held.map((post, at) => <span key={post.id}>{at > 0 ? ", " : null}<Link className="link" href={`/desk/structure/appointments/${post.id}`}>{post.name}</Link>{post.isInvited ? <> <Tag tone="soon">{t("post.invited")}</Tag></> : null}</span>)}
        {isOpen ? (required.includes(role) ? <Tag tone="late">{t("setup.people.missing")}</Tag> : <span className="muted">{t("setup.people.nobody")}</span>) : null}
      </span>
      <AppointDialog seatId={body.id} role={role} where={body.name} offersMe={!held.some(({ isMine }) => isMine)} label={isOpen ? t("setup.people.appoint") : t("setup.people.more")} variant={isOpen ? "quiet" : "plain"} />
    </div>
  );
}
