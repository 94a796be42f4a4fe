import * as z from "zod";
import { roles } from "@/access/roles";
import { idField } from "@/shared/ids/fields";
import { consentPurposeField } from "../schema";

/** Who I am, for a page's head and for workplaces. */
export const meOutput = z.object({
  id: idField,
  familyName: z.string(),
  givenName: z.string(),
  patronymic: z.string().nullable(),
  locale: z.enum(["ru", "en"]),
  /** posts that are valid now, with the names of where they are held */
  posts: z.array(z.object({ appointmentId: idField, role: z.enum(roles), isSubstitute: z.boolean(), placeName: z.string(), municipalityName: z.string().nullable() })),
  /** messages not read yet */
  unread: z.number().int(),
});
export type Me = z.infer<typeof meOutput>;

export const accountOutput = z.object({
  id: idField,
  familyName: z.string(),
  givenName: z.string(),
  patronymic: z.string().nullable(),
  birthYear: z.number().int().nullable(),
  locale: z.enum(["ru", "en"]),
  assurance: z.enum(["selfDeclared", "emailConfirmed", "phoneConfirmed", "confirmedInPerson", "identityProvider"]),
  createdAt: z.date(),
  registeredAtName: z.string().nullable(),
  contacts: z.array(z.object({ id: idField, kind: z.enum(["email", "phone"]), value: z.string(), isVerified: z.boolean() })),
  registrations: z.array(z.object({ marathonName: z.string(), municipalityName: z.string(), organisationName: z.string().nullable(), hiddenFromOrganisation: z.boolean(), joinedAt: z.date() })),
  consents: z.array(z.object({ id: idField, purpose: consentPurposeField, title: z.string(), version: z.number().int(), channel: z.enum(["self", "paper"]), givenAt: z.date(), withdrawnAt: z.date().nullable(), paperCase: z.string().nullable(), onScan: z.boolean() })),
  publishesName: z.boolean(),
  /** the text that would be agreed to now; null where none is published */
  publishNameDocumentId: idField.nullable(),
});
export type Account = z.infer<typeof accountOutput>;

export const publishNameInput = z.object({ agreed: z.boolean(), documentId: idField.nullable() });
/** «Не показывать моей организации»: the person and all that they have put forward there. */
export const hideInput = z.object({ isHidden: z.boolean() });
export const localeInput = z.object({ locale: z.enum(["ru", "en"]) });

export const lookOutput = z.object({ id: idField, at: z.date(), role: z.string(), what: z.string(), byName: z.string().nullable() });
export type Look = z.infer<typeof lookOutput>;
