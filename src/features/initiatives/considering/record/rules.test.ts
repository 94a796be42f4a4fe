import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "@/shared/ids/id";
import { ownCourse } from "./rules";

const units = [newId(), newId(), newId()] as const;
const note = (by: string) => ({ kind: "note", visibility: "internal" as const, data: null, by });
const move = (fromUnitId: string, toUnitId: string) => ({ kind: "offerAccepted", visibility: "public" as const, data: { fromUnitId, toUnitId }, by: fromUnitId });

test("заметок первого муниципалитета второй не читает; вернулась – первый снова читает свои", () => {
  const [first, second] = units;
  const course = [note(first), move(first, second), note(second)];
  expect(ownCourse(course, second)).toEqual(course.slice(1));
  expect(ownCourse([...course, move(second, first)], first)).toEqual([course[0], course[1], move(second, first)]);
});

test("откуда пришла, не сказано: прежних заметок не читает никто", () => {
  const [first, second] = units;
  const silent = { ...move(first, second), data: { toUnitId: second } };
  expect(ownCourse([note(first), silent, note(second)], second)).toEqual([silent, note(second)]);
});

test("сколько бы раз её ни передавали, группа читает свои заметки, все, и ни одной чужой", () => {
  const stay = fc.record({ unit: fc.constantFrom(...units), notes: fc.nat(3) });
  fc.assert(
    fc.property(fc.array(stay, { minLength: 1, maxLength: 12 }), (stays) => {
      const course = stays.flatMap(({ unit, notes }, at) => [...(at > 0 && stays[at - 1]!.unit !== unit ? [move(stays[at - 1]!.unit, unit)] : []), ...Array.from({ length: notes }, () => note(unit))]);
      const now = stays.at(-1)!.unit;
      const read = ownCourse(course, now).filter(({ kind }) => kind === "note");
      expect(read).toEqual(course.filter(({ kind, by }) => kind === "note" && by === now));
    }),
  );
});
