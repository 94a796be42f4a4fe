import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * The inline scripts that Next and React themselves write. Anything else that found its way into a page gets no hash and
 * so does not run: an injected script has to look exactly like one of these, which carry data or move nodes, no more.
 */
const text = String.raw`"(?:[^"\\]|\\.)*"`;
const nextShapes = [
  // data of server components
  new RegExp(String.raw`^\(self\.__next_f=self\.__next_f\|\|\[\]\)\.push\(\[\d+(?:,${text})?\]\)$`),
  new RegExp(String.raw`^self\.__next_f\.push\(\[\d+(?:,(?:${text}|null))?\]\)$`),
  /^self\.__next_r="[\w-]+"$/,
  // which of our own files to run
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(\{"otherChunks":\[(?:"static\/chunks\/[\w.~-]+",?)*\],"runtimeModuleIds":\[[\d,]*\]\}\);$/,
  // puts the icons where browsers look for them, when a page's head came late
  /^document\.querySelectorAll\('body link\[rel="icon"\], body link\[rel="apple-touch-icon"\]'\)\.forEach\(el => document\.head\.appendChild\(el\)\)$/,
  /^requestAnimationFrame\(function\(\)\{\$RT=performance\.now\(\)\}\);?$/,
];

/** What React calls as parts of a page arrive: names of nodes, stylesheets. */
const reactCalls = new RegExp(String.raw`^(?:\$R[A-Z]\((?:${text}|null|[\d\[\],])*\);?)*$`);

const inlineScript = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;
const isData = /\stype="(?:application\/(?:ld\+)?json|speculationrules)"/;

export interface InlineScripts {
  /** base64 of SHA-256, for the policy */
  readonly hashes: readonly string[];
  /** the beginnings of those that have no known shape and will not run */
  readonly unknown: readonly string[];
}

/** In: a page's HTML. Out: what its policy must allow. */
export function inlineScriptsOf(html: string): InlineScripts {
  const hashes = new Set<string>();
  const unknown: string[] = [];
  for (const [, attributes = "", code = ""] of html.matchAll(inlineScript)) {
    if (isData.test(attributes) || code === "") continue;
    if (isKnown(code)) hashes.add(createHash("sha256").update(code).digest("base64"));
    else unknown.push(code.slice(0, 80));
  }
  return { hashes: [...hashes], unknown };
}

function isKnown(code: string): boolean {
  if (nextShapes.some((shape) => shape.test(code))) return true;
  const functions = reactFunctions().find((known) => code.startsWith(known)) ?? "";
  return reactCalls.test(code.slice(functions.length));
}

let functionsOfReact: readonly string[] | undefined;

/** The functions that React writes into a page, word for word, from the React that Next brings. */
function reactFunctions(): readonly string[] {
  return (functionsOfReact ??= readReactFunctions());
}

function readReactFunctions(): readonly string[] {
  const file = createRequire(import.meta.url).resolve("next/dist/compiled/react-dom/cjs/react-dom-server.node.production.js");
  const literals = readFileSync(file, "utf8").matchAll(/'((?:\$R[A-Z]=|addEventListener\("submit")(?:[^'\\]|\\.)*)'/g);
  return [...literals]
    .map(([, literal = ""]) => literal.replaceAll("\\n", "\n").replaceAll("\\'", "'").replaceAll("\\\\", "\\"))
    .map((code) => code.replace(/\$R[A-Z]\("$/, "")) // the call that follows is data
    .toSorted((a, b) => b.length - a.length);
}
