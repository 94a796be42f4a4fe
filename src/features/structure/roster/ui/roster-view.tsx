import { getLocale, getTranslations } from "next-intl/server";
import { formatFullDate, formatTime } from "@/shared/dates/format";
import { plainDate } from "@/shared/dates/plain-date";
import { plainDateIn } from "@/shared/dates/zone";
import { Tag } from "@/ui/page/tag";
import type { Roster, Shift } from "../schema";
import { ShiftActs } from "./shift-acts";

interface Props {
  readonly roster: Roster;
  readonly now: Date;
}

/** Day under day: who is there, and when nobody is. Days of the past that held nothing are left out. */
export async function RosterView({ roster, now }: Props) {
  const [t, locale] = [await getTranslations("structure.roster"), await getLocale()];
  const zone = roster.line.timeZone;
  const today = plainDateIn(zone, now);
  const time = (at: Date) => formatTime(at, zone, locale);
  const hours = ({ startsAt, endsAt }: Pick<Shift, "startsAt" | "endsAt">) => {
    const end = time(endsAt);
    return t("hours", { from: time(startsAt), to: end === "00:00" ? "24:00" : end, next: plainDateIn(zone, endsAt) > plainDateIn(zone, startsAt) && end !== "00:00" ? "yes" : "no" });
  };
  const days = roster.days.filter(({ day, shifts }) => day >= today || shifts.length > 0);
  return (
    <ol className="seats">
      {days.map(({ day, shifts, gaps }) => {
        const name = formatFullDate(plainDate(day), locale);
        const ahead = gaps.filter(({ endsAt }) => endsAt > now);
        return (
          <li key={day} aria-current={day === today ? "date" : undefined}>
            <h3 className="row-title">{name} {day === today ? <Tag tone="asks">{t("today")}</Tag> : null}</h3>
            {shifts.map((shift) => (
              <div key={shift.id} className="gap-row">
                <span>
                  <span className="num">{hours(shift)}</span> {shift.name}{" "}
                  {shift.isMine ? <Tag>{t("mine")}</Tag> : null} {shift.isOffered ? <Tag tone="soon">{t("offered")}</Tag> : null} {shift.isHeld ? null : <Tag tone="late">{t("notHeld")}</Tag>}
                </span>
                {shift.endsAt > now ? <ShiftActs shift={shift} roster={roster} said={`${shift.name}, ${name}, ${hours(shift)}`} /> : null}
              </div>
            ))}
            {ahead.map((gap) => <p key={gap.startsAt.getTime()} className="gap-line"><Tag tone="late">{t("gap", { hours: hours(gap) })}</Tag></p>)}
            {shifts.length === 0 && ahead.length === 0 ? <p className="small muted">{t("noShift")}</p> : null}
          </li>
        );
      })}
    </ol>
  );
}
