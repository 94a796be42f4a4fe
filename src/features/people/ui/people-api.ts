import type * as z from "zod";
import type { deskRegisterInput, DeskOutcome, Slip } from "../desk/schema";
import type { firstRunFields } from "../first-run/schema";
import type { BeginPaperInput } from "../paper/schema";
import type { confirmByCodeInput, PhoneRegistered, phoneRegisterInput, Waiting } from "../phone/schema";
import type { Choice } from "../session/schema";
import type { registerInput } from "../registration/schema";
import type { Ticket } from "../schema";
import type { SecondFactorBegun } from "../second-factor/schema";
import type { changeEmailInput, changePasswordInput, removeContactInput } from "../security/schema";
import type { openAccountInput, slipHolderOutput } from "../slip/schema";
import type { PlaceCalls } from "./place-fields";

/** The calls of these forms; the pages give them, so that the feature knows no client of its own. */
export interface PeopleApi extends PlaceCalls {
  readonly register: (input: z.input<typeof registerInput>) => Promise<unknown>;
  readonly resend: (input: { email: string; next?: string }) => Promise<unknown>;
  readonly registerByPhone: (input: z.input<typeof phoneRegisterInput>) => Promise<PhoneRegistered>;
  readonly resendCode: (input: { phone: string; password: string }) => Promise<unknown>;
  readonly confirmByCode: (input: z.input<typeof confirmByCodeInput>) => Promise<Ticket>;
  readonly chooseWho: (input: Ticket) => Promise<readonly Choice[]>;
  readonly findWaiting: (input: { phone: string }) => Promise<readonly Waiting[]>;
  readonly findConfirmed: (input: { phone: string }) => Promise<readonly Waiting[]>;
  readonly confirmInPerson: (input: { personId: string; documentSeen: true; key: string }) => Promise<unknown>;
  readonly confirm: (input: { token: string; key: string }) => Promise<Ticket>;
  readonly forgot: (input: { email: string }) => Promise<unknown>;
  readonly reset: (input: { token: string; key: string; password: string }) => Promise<Ticket>;
  readonly join: (input: { municipalityId: string; organisationId: string | null; hiddenFromOrganisation: boolean }) => Promise<unknown>;
  readonly readSlip: (input: { code: string }) => Promise<z.output<typeof slipHolderOutput>>;
  readonly openAccount: (input: z.input<typeof openAccountInput>) => Promise<{ ticket: Ticket; letterTo: string | null }>;
  readonly registerAtDesk: (input: z.input<typeof deskRegisterInput>) => Promise<DeskOutcome>;
  readonly mergePeople: (input: { survivorId: string; mergedId: string; askedPerson: true; key: string }) => Promise<unknown>;
  readonly keepApart: (input: { oneId: string; otherId: string; key: string }) => Promise<unknown>;
  readonly beginPaper: (input: BeginPaperInput) => Promise<unknown>;
  readonly issueSlip: (input: { personId: string }) => Promise<Slip>;
  readonly beginAssisting: (input: { personId: string }) => Promise<unknown>;
  readonly startDraftWith: (input: { personId: string; organisationId: string; id: string }) => Promise<{ id: string }>;
  readonly beginFirstRun: (input: z.input<typeof firstRunFields>) => Promise<Ticket>;
  readonly setPublishName: (input: { agreed: boolean; documentId: string | null }) => Promise<unknown>;
  readonly setHidden: (input: { isHidden: boolean }) => Promise<unknown>;
  readonly setLocale: (input: { locale: "ru" | "en" }) => Promise<unknown>;
  readonly endSessions: () => Promise<unknown>;
  readonly endSession: (input: { sessionId: string }) => Promise<unknown>;
  readonly changePassword: (input: z.input<typeof changePasswordInput>) => Promise<Ticket>;
  readonly removeContact: (input: z.input<typeof removeContactInput>) => Promise<unknown>;
  readonly changeEmail: (input: z.input<typeof changeEmailInput>) => Promise<unknown>;
  readonly confirmNewAddress: (input: { token: string; key: string }) => Promise<{ email: string }>;
  readonly enterByIdentity: (input: { code: string }) => Promise<Ticket>;
  readonly linkIdentity: (input: { key: string; password: string }) => Promise<unknown>;
  readonly unlinkIdentity: (input: { identityId: string }) => Promise<unknown>;
  readonly beginSecondFactor: () => Promise<SecondFactorBegun>;
  readonly confirmSecondFactor: (input: { code: string }) => Promise<{ codes: string[] }>;
  readonly renewRecoveryCodes: (input: { code: string }) => Promise<{ codes: string[] }>;
  readonly endSecondFactor: (input: { code: string }) => Promise<unknown>;
  /** what was begun as a visitor becomes the person's */
  readonly adoptDrafts: () => Promise<unknown>;
  /** where somebody without a wish of their own goes */
  readonly home: () => Promise<string>;
}
