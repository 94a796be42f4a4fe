import autocannon from "autocannon";

export interface Shot {
  readonly path: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Where requests go, and what the next one is. */
export interface Target {
  readonly origin: string;
  readonly next: () => Shot;
  /** Is it the answer that was asked for? Status 200 alone is not enough for a write. */
  readonly accepts?: (body: string) => boolean;
}

export interface Measured {
  readonly requests: number;
  readonly perSecond: number;
  /** milliseconds, one for each answer */
  readonly latencies: readonly number[];
}

interface Bounds {
  readonly connections: number;
  readonly seconds: number;
  /** never more requests than this */
  readonly most?: number;
}

/** Sends requests one after another over each connection until time or number is up. Throws when any answer is not what was asked for; there may be none. */
export async function load(target: Target, { connections, seconds, most }: Bounds): Promise<Measured> {
  const latencies: number[] = [];
  const wrong: string[] = [];
  const started = performance.now();
  let ended = started;
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    const { path, method = "GET", headers = {}, body } = target.next();
    return { ...request, path, method, headers: { ...headers }, body };
  };
  const onResponse = (status: number, body: string) => {
    if (status !== 200 || target.accepts?.(body) === false) wrong.push(`${status} ${body.slice(0, 200)}`);
  };
  const options: autocannon.Options = {
    url: target.origin,
    connections,
    duration: seconds,
    timeout: 60,
    ...(most === undefined ? {} : { maxOverallRequests: Math.max(most, connections) }),
    // one object for each connection: autocannon keeps the request that it has built in there
    setupClient: (client) => client.setRequests([{ setupRequest, onResponse }]),
  };
  const { errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
    autocannon(options, (error: unknown, result) => (error ? reject(error as Error) : resolve(result))).on("response", (_client, _status, _bytes, milliseconds) => {
      ended = performance.now();
      latencies.push(milliseconds);
    });
  });
  if (wrong.length > 0) throw new Error(`${wrong.length} из ${latencies.length} ответов не те: ${wrong[0]}`);
  if (errors + timeouts > 0) throw new Error(`Ошибок соединения ${errors}, не дождались ответа ${timeouts}`);
  return { requests: latencies.length, perSecond: latencies.length === 0 ? 0 : (latencies.length / (ended - started)) * 1000, latencies };
}
