export { findFile, listFiles, readyFile, removeFiles, reserveFile, type ReadyFile } from "@/platform/files/rows";
export { findAppointment, lockAppointment } from "../../appointments/server/repo";
