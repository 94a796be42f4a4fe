export { recountWords } from "@/features/initiatives/search/vocabulary/server/service";
export { closeDatabase } from "@/platform/db/client";
