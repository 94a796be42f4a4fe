import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { pageFields } from "@/shared/lists/cursor";
import { lineField } from "@/shared/text/fields";

/** What people are told of; each has its words in messages/{ru,en}.json under «kinds». */
export const notificationKinds = [
  "initiativeSubmitted", "initiativeAccepted", "clarificationAsked", "clarificationAnswered", "initiativeDecided", "initiativeNominated",
  "nominationAnswered", "initiativeCarriedOut", "initiativeMerged", "initiativeJoined", "initiativePublished", "initiativeReturned", "initiativeResubmitted", "appealBroughtBack", "wentOnWithoutAnswer", "supportedDecided", "supportedCarriedOut", "supportedMerged", "supportedWithdrawn",
  "initiativeRedirected", "redirectedHere", "offerReceived", "offerRecalled", "offerReturned", "stayedHere", "arbiterAsked", "nominationReceived", "nominatedAnswered", "putForwardAnswered",
  "objectionReceived", "objectionMade", "objectionAnswered", "objectionSettled", "objectionRaised", "objectionRaisedFurther", "initiativeReminded", "initiativeLapsed", "initiativeWithdrawn", "initiativeSplit", "ticketAnswered", "ticketClarified", "termMissed",
  "followedMoved", "draftReworded", "questionToAuthor", "questionAnswered", "questionRefused", "lateSheetLetIn", "lateSheetDeclined", "coAuthorAgreed", "coAuthorDeclined",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** What the words need. Instants as ISO text, said in the zone when they are shown. */
export const notificationParams = z.object({
  /** as it is said: an initiative's «2026-1234», a question's 1234 */
  number: z.union([z.string(), z.number().int()]).default(""),
  title: z.string().default(""),
  status: z.string().default(""),
  text: z.string().default(""),
  due: z.string().optional(),
  zone: z.string().optional(),
});
export type NotificationParams = z.infer<typeof notificationParams>;

export interface Telling {
  readonly personId: string;
  readonly kind: NotificationKind;
  readonly params: Partial<NotificationParams>;
  /** a path of our own */
  readonly href: string | null;
  /** one event tells one person once */
  readonly dedupeKey: string;
  readonly at: Date;
}

export const notificationOutput = z.object({ id: idField, title: z.string(), text: z.string(), href: z.string().nullable(), at: z.date(), isRead: z.boolean() });
export type NotificationLine = z.infer<typeof notificationOutput>;

export const notificationListInput = z.object(pageFields(20));
export const notificationListOutput = z.object({ rows: z.array(notificationOutput), next: z.string().nullable(), unread: z.number().int() });

/** None: all of them. */
export const markReadInput = z.object({ id: idField.nullable() });

export const mailboxInput = z.object({ to: lineField(0, 254) });
export const letterOutput = z.object({ id: z.string(), to: z.string(), subject: z.string(), text: z.string(), at: z.date() });
