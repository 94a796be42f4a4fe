import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { plainDate } from "@/shared/dates/plain-date";
import ru from "../../messages/ru.json";
import { measure, noFigures, roundAt } from "../../rules";
import { towardsCheckpoint } from "../rules";
import type { DirectionLine, Morning } from "../schema";
import { summaryText, type IndicatorWords } from "./summary-text";

const zone = "Europe/Kirov";
const t = createTranslator({ locale: "ru", messages: { indicators: ru }, namespace: "indicators" }) as unknown as IndicatorWords;
const id = "00000000-0000-4000-8000-000000000000";

function morningOf(target: number | null, now = new Date("2023-03-06T06:42:00Z")): Morning {
  const round = roundAt({ id, slug: "2023", name: "Муниципальный диалог", startsOn: plainDate("2023-02-14"), endsOn: plainDate("2023-03-31"), closingEndsOn: plainDate("2023-04-30") }, now, zone);
  const initiatives = measure(147, target, [4, 4, 3, 4, 4, 4, 4], round);
  const next = { id, name: "Итоги", date: plainDate("2023-03-15"), deadline: new Date("2023-03-15T21:00:00Z") };
  const line = (name: string, actual: number, aim: number): DirectionLine => ({ id, name, nameEn: name, figures: noFigures, initiatives: measure(actual, aim, [], round) });
  return {
    place: { id, name: "Яранский муниципальный район", shortName: "Яранский район", regionName: "Кировская область", timeZone: zone }, round, at: now,
    total: { users: 1911, unconfirmed: 37, gross: 156, net: 147, answered: 121, included: 30 }, users: measure(1911, target === null ? null : 2400, [], round), initiatives,
    next: now < next.deadline ? towardsCheckpoint(next, initiatives, round, now, zone) : null, checkpoints: [], directions: target === null ? [] : [line("Образование", 17, 70), line("ЖКХ", 15, 50), line("Транспорт и дороги", 41, 80)], organisations: [],
    days: Array.from({ length: round.day }, () => ({ net: 7, users: 90 })), earlier: null, abilities: { setTargets: true, approve: true, export: true },
  };
}
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("справка — пять строк с часом: где, инициативы, темп, пользователи, кто ниже графика", () => {
  expect(plain(summaryText(morningOf(291), t, "ru")).split("\n")).toEqual([
    "«Муниципальный диалог», Яранский район, понедельник, 6 марта 2023 года, 09:42",
    "Инициативы: 147 из 291, по графику",
    "К 15 марта: 190, нужно 4,8 в день, идёт 3,9",
    "Пользователи: 1 911 из 2 400, не подтверждены 37",
    "Ниже графика: образование и ЖКХ",
  ]);
});

test("без целей справка не называет ни цели, ни отставших", () => {
  const lines = plain(summaryText(morningOf(null), t, "ru")).split("\n");
  expect(lines).toHaveLength(5);
  expect(lines[1]).toBe("Инициативы: 147, цель не поставлена");
  expect(lines[4]).toBe("Ответили на 121 из 147, поддержано 30");
});

test("после конца сбора справка говорит, что он окончен", () => {
  const lines = plain(summaryText(morningOf(291, new Date("2023-04-05T06:42:00Z")), t, "ru")).split("\n");
  expect(lines[1]).toBe("Инициативы: 147 из 291, цель не достигнута");
  expect(lines[2]).toBe("Сбор окончен 31 марта");
});
