import { callApi } from "@/api/call";
import type { PaperKind } from "@/features/structure/papers/schema";
import { docxType, writeDocx } from "@/platform/tables/docx";
import { queryOf, type FileToSend } from "./table-response";

export async function paperFile(request: Request): Promise<FileToSend> {
  const { municipality, kind, organisation } = queryOf(request, "municipality", "kind", "organisation");
  const api = await callApi();
  const { fileName, ...paper } = await api.structure.papers.read({ municipalityId: municipality ?? "", kind: (kind ?? "") as PaperKind, ...(organisation ? { organisationId: organisation } : {}) });
  return { body: await writeDocx(paper), type: docxType, name: `${fileName}.docx` };
}
