import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { emailField, lineField } from "@/shared/text/fields";
import { numberInput } from "../record/schema";

/** How many may be asked, how long an invitation waits. */
export const coAuthorLimits = { most: 20, days: 14 } as const;

/** The id is made on the device: asked again, it is the same invitation with the same code. */
export const inviteInput = numberInput.extend({ id: idField, email: emailField.nullable() });
export type InviteInput = z.infer<typeof inviteInput>;
export const invitedOutput = z.object({
  id: idField,
  /** to be told by voice or on paper; shown here and kept nowhere */
  code: z.string(),
  expiresAt: z.date(),
});
export type Invited = z.infer<typeof invitedOutput>;

export const coAuthorStates = ["invited", "agreed", "declined", "left", "recalled"] as const;
export const coAuthorsOutput = z.object({
  rows: z.array(z.object({
    id: idField,
    state: z.enum(coAuthorStates),
    /** of who has agreed */
    name: z.string().nullable(),
    /** to where the invitation went, while it waits */
    email: z.string().nullable(),
    expiresAt: z.date(),
    isExpired: z.boolean(),
  })),
  mayInvite: z.boolean(),
});
export type CoAuthors = z.infer<typeof coAuthorsOutput>;

export const recallInput = z.object({ id: idField });
export const codeInput = z.object({ code: lineField(1, 40) });
/** What somebody is asked to put their name to: the words as they were submitted. */
export const invitationOutput = z.object({ number: z.number().int(), publicNumber: z.string(), title: z.string(), essence: z.string(), expectedResult: z.string(), municipality: z.string(), author: z.string() });
export type Invitation = z.infer<typeof invitationOutput>;
export const answerInvitationInput = codeInput.extend({ agrees: z.boolean() });
export const answeredOutput = z.object({ number: z.number().int(), agreed: z.boolean() });

export const coAuthoredOutput = z.array(z.object({ number: z.number().int(), publicNumber: z.string(), title: z.string(), municipality: z.string() }));
export type CoAuthored = z.infer<typeof coAuthoredOutput>;
