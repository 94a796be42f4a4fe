export { startEsia as GET } from "@/platform/auth/esia/handler";
