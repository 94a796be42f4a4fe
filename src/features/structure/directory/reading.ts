import type { RowReader } from "@/platform/tables/row-reader";
import { foldForComparison } from "@/shared/text/normalise";
import type { DirectoryField } from "./columns";

/** A row of a directory. */
export type DirectoryRow = RowReader<DirectoryField>;

/** «МБОУ "Школа № 1"» and «МБОУ «Школа №1»» are one organisation. */
export function foldName(name: string): string {
  return foldForComparison(name).replace(/["']/g, "").replace(/№\s*/g, "№").replace(/\s+/g, " ").trim();
}
