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
  "[locale]/(work)/directory/upload/route.ts": { guard: "requireImporter(asker.actor)" },
  "[locale]/(work)/sheets/read/route.ts": { guard: "requireTyper(asker.actor)" },
  "api/auth/[...nextauth]/route.ts": { everybody: "signing in and out" },
  "api/esia/return/route.ts": { everybody: "back from ЕСИА: only the browser that began, and nobody is signed in by it" },
  "api/esia/start/route.ts": { everybody: "on the way to ЕСИА" },
  "api/export/council.csv/route.ts": { procedure: "indicator.exportComparison", calledIn: "api/export/council-tables.ts" },
  "api/export/council.xlsx/route.ts": { procedure: "indicator.exportComparison", calledIn: "api/export/council-tables.ts" },
  "api/export/duty.ics/route.ts": { procedure: "structure.roster.mine", calledIn: "api/export/duty-calendar.ts" },
  "api/export/directory.csv/route.ts": { procedure: "structure.directory.export", calledIn: "api/export/directory-tables.ts" },
  "api/export/directory.xlsx/route.ts": { procedure: "structure.directory.export", calledIn: "api/export/directory-tables.ts" },
  "api/export/municipality.csv/route.ts": { procedure: "indicator.exportMunicipality", calledIn: "api/export/municipality-tables.ts" },
  "api/export/municipality.xlsx/route.ts": { procedure: "indicator.exportMunicipality", calledIn: "api/export/municipality-tables.ts" },
  "api/export/my-data.zip/route.ts": { procedure: "myData.takeOut", calledIn: "api/export/my-data.ts" },
  "api/export/rights.xlsx/route.ts": { procedure: "structure.rights.export", calledIn: "api/export/rights-tables.ts" },
  "api/export/sheets.xlsx/route.ts": { procedure: "initiative.sheetSample", calledIn: "api/export/sheet-tables.ts" },
  "api/export/paper.docx/route.ts": { procedure: "structure.papers.read", calledIn: "api/export/paper.ts" },
  "api/export/initiatives.atom/route.ts": { procedure: "initiative.catalogue", calledIn: "api/export/initiative-feed.ts" },
  "api/export/terms.ics/route.ts": { procedure: "initiative.terms", calledIn: "api/export/terms-calendar.ts" },
  "api/language/route.ts": { everybody: "a cookie with the language" },
  "api/revalidate/route.ts": { guard: "isRevalidateSecret(request.headers.get(revalidateHeader))" },
};

/** What src/server.ts answers before Next is asked. */
export const serverPaths: Readonly<Record<string, string>> = {
  "trpcPath": "the procedures, each with its line in the matrix",
  "/api/health": "everybody: is the database there",
  "filesPath": "each file by the procedure «open» of its kind (api/files), each with its line in the matrix",
};

/** Kept and drawn for nobody in particular: an address under a person's or a workplace's pages must not be among them. */
export const keptPages = ["/", "/initiatives", "/initiatives/7", "/progress", "/progress/kirov", "/appearance", "/absent", "/consents/processing", "/offline"] as const;
export const neverKept = ["/my", "/my/initiatives/7", "/desk", "/council", "/admin", "/account", "/initiatives/new", "/api/export/council.csv", "/sign-in"] as const;
