export { closeDatabase } from "@/platform/db/client";
export { compareWorlds } from "@/testing/worlds/agreement";
