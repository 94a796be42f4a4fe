export { returnFromEsia as GET } from "@/platform/auth/esia/handler";
