import type { ServerResponse } from "node:http";
import { env } from "../env";

const isHttps = () => env.PUBLIC_URL.startsWith("https:");
const isDevelopment = () => env.NODE_ENV === "development";

/** On everything that goes out. */
export function setSecurityHeaders(response: ServerResponse): void {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
  response.setHeader("X-Frame-Options", "DENY");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=()");
  response.setHeader("Content-Security-Policy", contentSecurityPolicy([]));
  if (isHttps()) response.setHeader("Strict-Transport-Security", "max-age=31536000");
}

/**
 * In: hashes of a page's inline scripts. Out: its policy. Nothing comes from another host. Styles may be inline because
 * react-aria-components writes them (STACK.md); scripts may not, except in development, where Next needs it.
 */
export function contentSecurityPolicy(scriptHashes: readonly string[]): string {
  const scripts = isDevelopment() ? "'unsafe-inline' 'unsafe-eval'" : scriptHashes.map((hash) => `'sha256-${hash}'`).join(" ");
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${isDevelopment() ? " ws: wss:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
