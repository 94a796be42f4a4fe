import * as z from "zod";

/**
 * A key that the client makes (`newId()`) when a form is opened, sends with each attempt and keeps until one succeeds:
 * a double click or a lost connection then acts once. 16–64 URL-safe characters.
 */
export const idempotencyKeyField = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
