import fc from "fast-check";
import type { Position } from "geojson";
import { describe, expect, test } from "vitest";
import { depthOf, geoLimits, readGeoFile } from "./geo-file";
import { boundsOf, countPoints, dissolve, isInside, ringsOf, signedArea } from "./geometry";
import { matchUnit, namePartsOf, offerProperties } from "./matching";
import { planOf, type Municipality } from "./rules";
import { boundaryLimits } from "./schema";

const square = (west: number, south: number, size = 1): Position[] => [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]];
const polygon = (...rings: Position[][]) => ({ type: "Polygon" as const, coordinates: rings });
const featureOf = (properties: object, geometry: object) => ({ type: "Feature", properties, geometry });
const fileOf = (json: unknown) => new TextEncoder().encode(typeof json === "string" ? json : JSON.stringify(json));
const collection = (...features: object[]) => fileOf({ type: "FeatureCollection", features });
const code = (work: () => unknown) => {
  try {
    work();
    return "done";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};
const region: Municipality[] = [
  { id: "a", name: "Слободской муниципальный район", shortName: "Слободской район", oktmo: "33635000", longitude: 50.5, latitude: 58.5 },
  { id: "b", name: "город Слободской", shortName: "Город Слободской", oktmo: "33713000", longitude: 50.2, latitude: 58.7 },
  { id: "c", name: "город Вятские Поляны", shortName: "Город Вятские Поляны", oktmo: "33704000", longitude: 51.1, latitude: 56.2 },
  { id: "d", name: "Георгиевский муниципальный округ", shortName: "Георгиевский округ", oktmo: "07525000", longitude: null, latitude: null },
];

describe("файл границ", () => {
  test.each([
    ["пустой", fileOf(""), "file.empty"],
    ["не JSON", fileOf("<kml/>"), "boundaries.notGeo"],
    ["не текст", new Uint8Array([0xff, 0xfe, 0x00]), "boundaries.notGeo"],
    ["без площадей", collection(featureOf({ name: "Точка" }, { type: "Point", coordinates: [50, 58] })), "boundaries.notGeo"],
    ["чужой JSON", fileOf({ rows: [1, 2, 3] }), "boundaries.notGeo"],
    ["с дугами в никуда", fileOf({ type: "Topology", arcs: [], objects: { a: { type: "GeometryCollection", geometries: [{ type: "Polygon", arcs: [[7]] }] } } }), "boundaries.notGeo"],
    ["в метрах", collection(featureOf({}, polygon(square(5_565_974, 8_000_000, 1000)))), "boundaries.notDegrees"],
    ["слишком глубокий", fileOf("[".repeat(5_000) + "]".repeat(5_000)), "boundaries.notGeo"],
    ["слишком большой", new Uint8Array(geoLimits.bytes + 1), "file.tooLarge"],
  ])("%s не принимается", (_, bytes, refusal) => {
    expect(code(() => readGeoFile(bytes))).toBe(refusal);
  });

  test("скобки в тексте глубины не прибавляют", () => {
    expect(depthOf('{"a":"[[[[\\"[[","b":[1]}')).toBe(2);
  });

  test("TopoJSON читается как GeoJSON", () => {
    const topology = { type: "Topology", transform: { scale: [0.5, 0.5], translate: [50, 58] }, arcs: [[[0, 0], [2, 0], [0, 2], [-2, 0], [0, -2]]], objects: { x: { type: "GeometryCollection", geometries: [{ type: "Polygon", arcs: [[0]], properties: { name: "Киров", count: 7, nested: { a: 1 } } }] } } };
    expect(readGeoFile(fileOf(topology))).toEqual([{ area: polygon(square(50, 58)), properties: { name: "Киров", count: "7" } }]);
  });

  test("любой JSON либо читается, либо отклоняется словами", () => {
    fc.assert(fc.property(fc.json({ maxDepth: 6 }), (text) => {
      expect(["done", "boundaries.notGeo", "boundaries.notDegrees", "file.empty"]).toContain(code(() => readGeoFile(fileOf(text))));
    }));
  });
});

describe("геометрия", () => {
  test("внешние кольца идут против часовой стрелки, дыры по ней, лишние точки уходят", () => {
    const noisy: Position[] = [[0, 0], [0, 1], [0.000001, 1.000001], [1, 1], [1, 0], [0, 0]];
    const [rings] = ringsOf(polygon(noisy, square(0.2, 0.2, 0.2)), 4);
    expect(rings?.map((ring) => [ring.length, Math.sign(signedArea(ring))])).toEqual([[5, 1], [5, -1]]);
  });

  test("что сжалось в точку, исчезает; долгота за 180 становится западной", () => {
    expect(ringsOf(polygon(square(50, 58, 0.00001)), 3)).toEqual([]);
    const [rings] = ringsOf(polygon(square(185, 60)), 2);
    expect(boundsOf(polygon(rings?.[0] as Position[]))[0]).toBe(-175);
  });

  test("соседние площади сливаются без внутренней границы", () => {
    const joined = dissolve([...ringsOf(polygon(square(0, 0)), 4), ...ringsOf(polygon(square(1, 0)), 4)]);
    expect(joined.coordinates).toHaveLength(1);
    expect(joined.coordinates[0]).toHaveLength(1);
    expect(Math.abs(signedArea(joined.coordinates[0]?.[0] ?? []))).toBe(4);
  });

  test("город, вырезанный из округа, заполняет дыру", () => {
    const joined = dissolve([...ringsOf(polygon(square(0, 0, 3), square(1, 1)), 4), ...ringsOf(polygon(square(1, 1)), 4)]);
    expect(joined.coordinates).toEqual([[square(0, 0, 3)]]);
  });

  test("далёкие площади остаются частями, дыра остаётся в своей", () => {
    const joined = dissolve([...ringsOf(polygon(square(0, 0, 3), square(1, 1)), 4), ...ringsOf(polygon(square(10, 0)), 4)]);
    expect(joined.coordinates.map((rings) => rings.length).toSorted((a, b) => a - b)).toEqual([1, 2]);
    expect(countPoints(joined)).toBe(15);
  });

  test("слияние клеток решётки сохраняет площадь", () => {
    const cell = fc.record({ x: fc.integer({ min: 0, max: 4 }), y: fc.integer({ min: 0, max: 4 }) });
    fc.assert(fc.property(fc.uniqueArray(cell, { minLength: 1, maxLength: 12, selector: ({ x, y }) => `${x},${y}` }), (cells) => {
      const joined = dissolve(cells.flatMap(({ x, y }) => ringsOf(polygon(square(x, y)), 3)));
      const area = joined.coordinates.flat().reduce((sum, ring) => sum + signedArea(ring) / 2, 0);
      expect(area).toBeCloseTo(cells.length, 9);
    }));
  });

  test("точка внутри или снаружи", () => {
    expect([isInside([0.5, 0.5], square(0, 0)), isInside([1.5, 0.5], square(0, 0))]).toEqual([true, false]);
  });
});

describe("соответствие названий", () => {
  test.each([
    ["Слободской район", "a", "exact"], ["городской округ Слободской", "b", "exact"], ["33635000", "a", "exact"], ["33 713 000", "b", "exact"],
    ["Поляны", "c", "likely"], ["Георгиевск", "d", "likely"], ["Георгиевский", "d", "exact"],
  ])("«%s»", (value, unitId, certainty) => {
    expect(matchUnit(value, region)).toEqual({ unitId, certainty });
  });

  test("неизвестное, пустое и двусмысленное не подходит ни к кому", () => {
    expect(["Москва", "", "район", "Слободской", "99999999"].map((value) => matchUnit(value, region))).toEqual([null, null, null, null, null]);
  });

  test("ё и е, кавычки и точки не мешают", () => {
    expect(namePartsOf("г. «Будённовск»")).toEqual({ core: "буденновск", kind: "town" });
  });

  test("первым предлагается свойство, которое подходит чаще", () => {
    const offers = offerProperties([{ properties: { id: "1", name: "Слободской район" } }, { properties: { id: "2", name: "Поляны" } }], region);
    expect(offers.map(({ name, matches }) => [name, matches])).toEqual([["name", 1], ["id", 0]]);
  });
});

describe("что будет нарисовано", () => {
  const features = readGeoFile(collection(
    featureOf({ name: "Георгиевский" }, polygon(square(0, 0))), featureOf({ name: "Георгиевск" }, polygon(square(1, 0))),
    featureOf({ name: "Неведомый" }, polygon(square(5, 5))), featureOf({ name: "Слободской район" }, polygon(square(58, 50))), featureOf({ other: "x" }, polygon(square(7, 7))),
  ));

  test("две площади одного муниципалитета рисуются одной, остальное видно: что не подошло, чего нет, что далеко", () => {
    const { preview, outlines } = planOf(features, region, "name", {});
    expect(outlines.get("d")?.coordinates).toHaveLength(1);
    expect(preview.rows.map(({ value, unitId, isFar }) => [value, unitId, isFar])).toEqual([["Неведомый", null, false], ["Георгиевск", "d", false], ["Георгиевский", "d", false], ["Слободской район", "a", true]]);
    expect([preview.nameless, preview.missing]).toEqual([1, ["b", "c"]]);
  });

  test("решение человека сильнее, чужой муниципалитет он выбрать не может", () => {
    const { preview, outlines } = planOf(features, region, "name", { Неведомый: "c", Георгиевск: null, "Слободской район": "чужой" });
    expect([...outlines.keys()].toSorted()).toEqual(["c", "d"]);
    expect(preview.rows.filter(({ isDecided }) => isDecided)).toHaveLength(3);
  });

  test("слишком подробное огрубляется, а чего не огрубить, отклоняется", () => {
    const ring = (count: number, radius: number): Position[] => {
      const points = Array.from({ length: count }, (_, at): Position => [40 + radius * Math.cos((at / count) * 2 * Math.PI), 50 + radius * Math.sin((at / count) * 2 * Math.PI)]);
      return [...points, points[0] as Position];
    };
    const file = (radius: number) => readGeoFile(collection(featureOf({ name: "Георгиевский" }, polygon(ring(70_000, radius)))));
    expect(planOf(file(2), region, "name", {}).preview.points).toBeLessThan(boundaryLimits.points);
    expect(code(() => planOf(file(30), region, "name", {}))).toBe("boundaries.tooDetailed");
  });
});
