import { spawn } from "node:child_process";

/**
 * ЕСИА wants ГОСТ Р 34.10-2012 signatures made by a certified tool (СКЗИ), which this platform neither has nor replaces.
 * Whoever connects it brings one; this is all that is asked of it.
 */
export interface Signer {
  /** In: text. Out: its detached signature, base64url. */
  readonly sign: (text: string) => Promise<string>;
  /** In: a JSON Web Token of ЕСИА. Out: is its signature ЕСИА's? */
  readonly verify: (token: string) => Promise<boolean>;
}

const limitMs = 10_000;
const longest = 64 * 1024;

/** A program of the owner's: `<path> sign` reads the text and writes the signature; `<path> verify` reads the token and ends with 0 if it is genuine. */
export function commandSigner(path: string): Signer {
  return {
    sign: async (text) => {
      const { code, output } = await run(path, "sign", text);
      const signature = output.trim();
      if (code !== 0 || !/^[\w-]+={0,2}$/.test(signature)) throw new Error(`the signer did not sign: it ended with ${code}`);
      return signature;
    },
    verify: async (token) => (await run(path, "verify", token)).code === 0,
  };
}

async function run(path: string, act: "sign" | "verify", input: string): Promise<{ code: number | null; output: string }> {
  return await new Promise((resolve, reject) => {
    const child = spawn(path, [act], { stdio: ["pipe", "pipe", "ignore"], timeout: limitMs, shell: false });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      output += part;
      if (output.length > longest) child.kill();
    });
    child.once("error", reject).once("close", (code) => resolve({ code, output }));
    // a program that ends before it has read all says so by its code
    child.stdin.on("error", () => undefined).end(input);
  });
}
