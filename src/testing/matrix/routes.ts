/** Who is answered at an address that is no procedure: by the procedure it goes through, by its own lock, or everybody. */
export type Door =
  /** the matrix's line decides */
  | { readonly procedure: string; readonly calledIn: string }
  /** the service's own check, named as it is called */
  | { readonly guard: string }
  | { readonly everybody: string };

/** Under src/app. */
export const routes: Readonly<Record<string, Door>> = {
  "[locale]/(work)/admin/boundaries/upload/route.ts": { guard: "requireImporter(asker.actor)" },
  "api/auth/[...nextauth]/route.ts": { everybody: "signing in and out" },
  "api/export/council.csv/route.ts": { procedure: "indicator.exportComparison", calledIn: "api/export/council-tables.ts" },
  "api/export/council.xlsx/route.ts": { procedure: "indicator.exportComparison", calledIn: "api/export/council-tables.ts" },
  "api/export/municipality.csv/route.ts": { procedure: "indicator.exportMunicipality", calledIn: "api/export/municipality-tables.ts" },
  "api/export/municipality.xlsx/route.ts": { procedure: "indicator.exportMunicipality", calledIn: "api/export/municipality-tables.ts" },
  "api/language/route.ts": { everybody: "a cookie with the language" },
  "api/revalidate/route.ts": { guard: "isRevalidateSecret(request.headers.get(revalidateHeader))" },
};

/** What src/server.ts answers before Next is asked. */
export const serverPaths: Readonly<Record<string, string>> = {
  "trpcPath": "the procedures, each with its line in the matrix",
  "/api/health": "everybody: is the database there",
  "/files/": "nobody: no file is kept yet, 404",
};

/** Kept and drawn for nobody in particular: an address under a person's or a workplace's pages must not be among them. */
export const keptPages = ["/", "/initiatives", "/initiatives/7", "/progress", "/progress/kirov", "/appearance", "/absent", "/consents/processing"] as const;
export const neverKept = ["/my", "/my/initiatives/7", "/desk", "/council", "/admin", "/account", "/initiatives/new", "/api/export/council.csv", "/sign-in"] as const;
