import { localPath } from "@/features/people/rules";

export interface PageProps {
  readonly params: Promise<{ readonly locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** One value of the address's query; a repeated one is none. */
export async function queryOf(searchParams: PageProps["searchParams"], name: string): Promise<string | undefined> {
  const value = (await searchParams)[name];
  return typeof value === "string" ? value : undefined;
}

/** Where to go afterwards: a path of our own, or null. */
export async function nextOf(searchParams: PageProps["searchParams"]): Promise<string | null> {
  const next = localPath(await queryOf(searchParams, "next"), "");
  return next === "" ? null : next;
}
