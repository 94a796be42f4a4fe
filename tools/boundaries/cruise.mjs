// One run of dependency-cruiser over a tree laid out like the project.
import path from "node:path";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { forbidden } from "./rules.mjs";

/**
 * @param base the tree's root, with src/ in it @param folders what to look at @param tsConfigFile with the paths of `@/`
 * @returns modules: how many of the project's own; violations: rule, from, to
 */
export async function violationsIn(base, folders, tsConfigFile) {
  const { output } = await cruise(
    folders,
    {
      baseDir: base,
      ruleSet: { forbidden },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: ["node_modules", "^src/platform/db/client/"] },
      exclude: { path: ["^\\.next/", "^dist/"] },
      combinedDependencies: true,
      enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"], extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"] },
    },
    { alias: { "@seed": path.join(base, "prisma/seed"), "@": path.join(base, "src") } },
    { tsConfig: extractTSConfig(tsConfigFile) },
  );
  const own = output.modules.filter(({ source }) => !source.includes("node_modules") && /^(src|prisma)\//.test(source));
  const violations = output.summary.violations.map(({ rule, from, to, cycle }) => ({ rule: rule.name, from, to: cycle ? cycle.map((step) => step.name ?? step).join(" → ") : to }));
  return { modules: own.length, edges: own.reduce((sum, { dependencies }) => sum + dependencies.length, 0), violations };
}
