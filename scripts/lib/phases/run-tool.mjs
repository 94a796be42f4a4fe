// Runs a checking tool of node_modules and gives back what it said.
import { eachLine, startNode } from "../child.mjs";

/**
 * @param args the tool's script and arguments
 * @param loud shows the lines as they come
 */
export async function runTool(args, { loud = false, env = process.env } = {}) {
  const child = startNode(args, { env });
  const lines = [];
  eachLine(child, (line, isError) => {
    lines.push(line);
    if (loud) (isError ? process.stderr : process.stdout).write(`${line}\n`);
  });
  const { code } = await child.ended;
  return { code, text: lines.join("\n") };
}
