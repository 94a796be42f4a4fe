import readXlsxFile from "read-excel-file/node";
import { expect, test } from "vitest";
import { writeCsv } from "./csv";
import type { Table } from "./table";
import { writeXlsx } from "./xlsx";

const table: Table = {
  name: "Показатели: 1/2",
  columns: [{ header: "Организация", kind: "text" }, { header: "Инициатив", kind: "number" }, { header: "Доля", kind: "percent" }, { header: "День", kind: "date" }],
  rows: [["Школа «№ 1»; корпус 2", 12.5, 0.255, "2026-11-02"], [`=HYPERLINK("http://evil")`, -3, null, null]],
};

test("формула из чужого текста не исполняется", () => {
  for (const text of ["=1+1", "+7 900 000", "-1", "@x", "\t=1", " =1"]) expect(writeCsv({ ...table, rows: [[text, 1, null, null]] })).toMatch(/\r\n"?'/);
});

test("CSV открывается двойным щелчком в русской таблице", () => {
  expect(writeCsv(table)).toBe(`\uFEFFОрганизация;Инициатив;Доля;День\r\n"Школа «№ 1»; корпус 2";12,5;25,5%;02.11.2026\r\n"'=HYPERLINK(""http://evil"")";-3;;\r\n`);
});

test("книга читается обратно теми же значениями", async () => {
  const [sheet] = await readXlsxFile(await writeXlsx([table]));
  expect(sheet).toEqual({ sheet: "Показатели  1 2", data: [
    ["Организация", "Инициатив", "Доля", "День"],
    ["Школа «№ 1»; корпус 2", 12.5, 0.255, new Date("2026-11-02T00:00:00Z")],
    [`=HYPERLINK("http://evil")`, -3, null, null],
  ] });
});

test("строка, которая не подходит столбцам, не записывается", async () => {
  expect(() => writeCsv({ ...table, rows: [["x", 1, null]] })).toThrow(RangeError);
  expect(() => writeCsv({ ...table, rows: [["x", 1, null, "02.11.2026"]] })).toThrow(TypeError);
  await expect(writeXlsx([{ ...table, rows: [["x", Number.NaN, null, null]] }])).rejects.toThrow(TypeError);
});
