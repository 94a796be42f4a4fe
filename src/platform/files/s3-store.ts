import { AwsClient } from "aws4fetch";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { S3Settings } from "./settings";
import type { FileStore } from "./store";

const patienceMs = 60_000;

/** Addresses by path, which every S3 server knows. Each request is signed and, when the server is busy, repeated. */
export function s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 4 });
  const ask = async (method: string, key: string, body?: Buffer) => {
    const response = await client.fetch(`${endpoint.replace(/\/$/, "")}/${bucket}/${key}`, { method, signal: AbortSignal.timeout(patienceMs), ...(body ? { body: new Uint8Array(body) } : {}) });
    if (response.ok || response.status === 404) return response;
    await response.body?.cancel();
    throw new Error(`the file store answered ${response.status} to ${method}`);
  };
  return {
    put: async (key, path) => {
      // not as a stream: a request that is repeated needs its bytes again, and they are few
      const response = await ask("PUT", key, await readFile(path));
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the file store has no bucket «${bucket}»`);
    },
    open: async (key) => {
      const response = await ask("GET", key);
      if (response.ok && response.body) return Readable.fromWeb(response.body as ReadableStream);
      await response.body?.cancel();
      return null;
    },
    remove: async (key) => {
      await (await ask("DELETE", key)).body?.cancel();
    },
  };
}
