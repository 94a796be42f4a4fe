import { globSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { namedValues, tagsOf } from "./messages/arguments";

const source = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(new URL(path, `file://${source}`), "utf8");

/** Cyrillic that is no sentence for people, or that is said where no language is chosen yet. */
const allowed: Readonly<Record<string, string>> = {
  "access/document.ts": "docs/access.md is a Russian document",
  "platform/env.ts": "hints of the start, before there is a page",
  "platform/log.ts": "the mark in the log for what is hidden",
  "server.ts": "the start's one line without a database",
  "features/indicators/ui/names.ts": "looks at how a list of names is joined",
  "features/initiatives/considering/together/rules.ts": "places in a template, as its writer names them",
  "features/initiatives/search/server/understand.ts": "recognises a keyboard's language",
  "features/initiatives/search/words/families.ts": "families of Russian words",
  "features/initiatives/search/words/kin.ts": "Russian words for the same matter",
  "features/initiatives/search/words/rules.ts": "endings of Russian words",
  "features/initiatives/search/words/spelling.ts": "letters of the alphabet",
  "features/people/desk/server/repo.ts": "ё and е are one letter to a search",
  "features/people/duplicates/server/repo.ts": "ё and е are one letter to a search",
  "features/people/rules.ts": "passwords that everybody tries",
  "features/structure/appointments/server/repo.ts": "ё and е are one letter to a search",
  "features/structure/boundaries/matching.ts": "kinds of municipalities in the names of foreign files",
  "features/structure/rights/server/repo.ts": "ё and е are one letter to a search",
  "features/structure/directory/columns.ts": "headings of foreign tables",
  "features/initiatives/paper/table/columns.ts": "headings of foreign tables",
  "features/structure/directory/region-codes.ts": "names of regions in foreign tables",
  "features/structure/papers/name-cases.ts": "endings of Russian names",
  "features/structure/papers/position-cases.ts": "Russian names of posts and their endings",
  "features/structure/setup/server/repo.ts": "ё and е are one letter to a search",
  "features/structure/units/server/repo.ts": "ё and е are one letter to a search",
  "shared/codes/one-time-code.ts": "Cyrillic twins of Latin letters",
  "shared/money/money.ts": "reads «тыс» and «млн»",
  "shared/text/keyboard-layout.ts": "the two keyboards",
  "shared/text/normalise.ts": "ё and е are one letter",
};

const isTest = (path: string) => /\.test\.tsx?$|(?:^|\/)testing\/|^platform\/db\/client\//.test(path);
const files = globSync("**/*.{ts,tsx}", { cwd: source }).map((path) => relative("", path)).filter((path) => !isTest(path));

/** The code without its comments: in the compiler's output they stand alone on their lines. */
function uncommented(path: string): string {
  const { code } = transformSync(read(path), { loader: path.endsWith("x") ? "tsx" : "ts", jsx: "automatic", charset: "utf8", legalComments: "none", target: "esnext" });
  return code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

describe("слова для людей стоят в messages", () => {
  const spoken = files.filter((path) => /[а-яё]/i.test(read(path)) && /[а-яё]/i.test(uncommented(path)));

  test("в коде нет русских строк", () => {
    expect(files.length).toBeGreaterThan(300);
    expect(spoken.filter((path) => !(path in allowed)).map((path) => `${path}: ${/^.*[а-яё].*$/im.exec(uncommented(path))?.[0].trim().slice(0, 120)}`)).toEqual([]);
  });

  test("в списке исключений нет лишнего", () => {
    expect(Object.keys(allowed).filter((path) => !spoken.includes(path))).toEqual([]);
  });
});

type Tree = { readonly [key: string]: string | Tree };
function flatten(tree: Tree, path = ""): ReadonlyMap<string, string> {
  return new Map(Object.entries(tree).flatMap(([key, value]) => (typeof value === "string" ? [[path + key, value] as const] : [...flatten(value, `${path}${key}.`)])));
}
const sentences = (path: string) => flatten(JSON.parse(read(path)) as Tree);
const folders = globSync("**/messages/{ru,en}.json", { cwd: source }).map((path) => path.replace(/(?:ru|en)\.json$/, ""));

describe.each([...new Set(folders)].toSorted())("%s", (folder) => {
  const [russian, english] = [sentences(`${folder}ru.json`), sentences(`${folder}en.json`)];

  test("у русских и английских фраз одни ключи", () => {
    expect([...english.keys()].toSorted()).toEqual([...russian.keys()].toSorted());
  });

  test("каждая фраза читается, на обоих языках с одними значениями и метками", () => {
    const differing = [...russian].flatMap(([key, text]) => {
      const other = english.get(key);
      const [said, meant] = [JSON.stringify([namedValues(text), tagsOf(text)]), JSON.stringify([namedValues(other ?? ""), tagsOf(other ?? "")])];
      return other === undefined || said === meant ? [] : [`${key}: ${said} ≠ ${meant}`];
    });
    expect(differing).toEqual([]);
  });

  test("по-английски русское одно: название языка", () => {
    expect([...english].filter(([, text]) => /[а-яё]/i.test(text) && !/^(?:По-русски|Русский)$/.test(text))).toEqual([]);
  });
});
