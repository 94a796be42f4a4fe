import { expect, test } from "vitest";
import { inlineScriptsOf } from "./inline-scripts";

const page = (code: string) => `<html><body><script>${code}</script><script src="/_next/static/chunks/a.js"></script></body></html>`;
const runs = (code: string) => inlineScriptsOf(page(code)).hashes.length === 1;

test("чужой скрипт на странице не получает разрешения", () => {
  for (const code of [
    "alert(1)",
    `self.__next_f.push([1,"x"]);alert(1)`,
    `self.__next_f.push([1,alert(1)])`,
    `self.__next_f.push([1,"x"+alert(1)+"y"])`,
    `$RB=[];alert(1);$RC("B:0","S:0")`,
    `$RC("B:0",alert(1))`,
    `document.querySelectorAll('body').forEach(el => document.head.appendChild(el))`,
    `(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["https://evil/x.js"],"runtimeModuleIds":[1]});`,
  ]) expect(runs(code), code).toBe(false);
});

test("скрипты Next и React выполняются", () => {
  for (const code of [
    `(self.__next_f=self.__next_f||[]).push([0])`,
    String.raw`self.__next_f.push([1,"a\"b\\"])`,
    `$RC("B:1","S:1")`,
    `$RR("B:1","S:1",[["/_next/static/chunks/a.css","next"]])`,
    `requestAnimationFrame(function(){$RT=performance.now()});`,
    `document.querySelectorAll('body link[rel="icon"], body link[rel="apple-touch-icon"]').forEach(el => document.head.appendChild(el))`,
    `(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/3hwx3yfv40ijv.js","static/chunks/a.js"],"runtimeModuleIds":[94553]});`,
  ]) expect(runs(code), code).toBe(true);
});

test("данные в скрипте не код и разрешения не требуют", () => {
  expect(inlineScriptsOf(`<script type="application/ld+json">{"a":1}</script>`)).toEqual({ hashes: [], unknown: [] });
});
