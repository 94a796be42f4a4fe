import { toAppError } from "@/platform/trpc/errors";
import { atomType } from "@/platform/feed/atom";
import { contextFromNext } from "@/platform/trpc/context-next";
import { initiativeFeed } from "../initiative-feed";

/** What everybody may read, for readers of feeds. */
export async function GET(request: Request): Promise<Response> {
  try {
    const body = await initiativeFeed(new URL(request.url).searchParams, (await contextFromNext()).addressHash);
    return new Response(body, { headers: { "content-type": atomType, "cache-control": "public, max-age=300" } });
  } catch (error) {
    const { httpStatus } = toAppError(error);
    return new Response(null, { status: httpStatus, headers: { "retry-after": "3600" } });
  }
}
