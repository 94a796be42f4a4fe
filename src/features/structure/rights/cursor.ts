import * as z from "zod";

/** Where a page of the review ended: place and appointment. */
export const positionField = z.tuple([z.string().max(500), z.uuid()]);
