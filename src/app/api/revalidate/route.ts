import { revalidateTag } from "next/cache";
import { z } from "zod";
import { isRevalidateSecret, revalidateHeader } from "@/platform/cache/loopback";

const tagsSchema = z.array(z.string().min(1).max(256)).max(100);

/** Drops cached pages by tag. Only our own process knows the secret; anybody else finds nothing here. */
export async function POST(request: Request): Promise<Response> {
  if (!isRevalidateSecret(request.headers.get(revalidateHeader))) return new Response(null, { status: 404 });
  const tags = tagsSchema.safeParse(await request.json().catch(() => null));
  if (!tags.success) return new Response(null, { status: 400 });
  for (const tag of tags.data) revalidateTag(tag, { expire: 0 });
  return new Response(null, { status: 204 });
}
