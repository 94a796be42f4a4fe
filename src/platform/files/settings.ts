import { z } from "zod";

/** A bucket of a server that speaks S3. */
export const s3Schema = z.object({
  endpoint: z.url({ protocol: /^https?$/ }),
  region: z.string().min(1).default("us-east-1"),
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
  accessKeyId: z.string().min(1),
  secretAccessKey: z.string().min(1),
});
export type S3Settings = z.infer<typeof s3Schema>;

/** In: FILES_S3, a JSON object; absent: files lie in the data folder. */
export const s3Field = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "no JSON" });
      return z.NEVER;
    }
  })
  .pipe(s3Schema)
  .optional();
