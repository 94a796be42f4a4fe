import type { BeginEvidenceInput } from "../evidence/schema";
import type { AuthorOutput } from "../record/schema";
import type { Direction, Municipality } from "@/features/marathon/schema";
import type {
  AcceptInput, AcceptOfferInput, AnswerNominationInput, AnswerObjectionInput, AssignInput, BatchOutput, CarryOutInput, ClarifyInput, ConfirmBatchInput, DecideInput, GoOnInput, ImposeInput, MergeInput, NominateInput,
  NoteInput, OfferInput, PassOnInput, PrepareInput, RecallOfferInput, RedirectInput, ReturnInput, ReturnOfferInput, SignInput, SplitInput, StepOutput,
} from "../schema";

/** What the screens ask of the server; the page that shows them says how. */
export interface ConsideringCalls {
  readonly accept: (input: AcceptInput) => Promise<StepOutput>;
  readonly note: (input: NoteInput) => Promise<StepOutput>;
  readonly clarify: (input: ClarifyInput) => Promise<StepOutput>;
  readonly prepare: (input: PrepareInput) => Promise<StepOutput>;
  readonly returnProposal: (input: ReturnInput) => Promise<StepOutput>;
  readonly decide: (input: DecideInput) => Promise<StepOutput>;
  readonly nominate: (input: NominateInput) => Promise<StepOutput>;
  readonly answerNomination: (input: AnswerNominationInput) => Promise<StepOutput>;
  readonly goOn: (input: GoOnInput) => Promise<StepOutput>;
  readonly assign: (input: AssignInput) => Promise<StepOutput>;
  readonly redirect: (input: RedirectInput) => Promise<StepOutput>;
  readonly offer: (input: OfferInput) => Promise<StepOutput>;
  readonly recallOffer: (input: RecallOfferInput) => Promise<StepOutput>;
  readonly acceptOffer: (input: AcceptOfferInput) => Promise<StepOutput>;
  readonly returnOffer: (input: ReturnOfferInput) => Promise<StepOutput>;
  readonly dispute: (input: ReturnOfferInput) => Promise<StepOutput>;
  readonly keepHere: (input: ReturnOfferInput) => Promise<StepOutput>;
  readonly escalate: (input: ReturnOfferInput) => Promise<StepOutput>;
  readonly impose: (input: ImposeInput) => Promise<StepOutput>;
  readonly merge: (input: MergeInput) => Promise<StepOutput>;
  readonly split: (input: SplitInput) => Promise<StepOutput>;
  readonly answerObjection: (input: AnswerObjectionInput) => Promise<StepOutput>;
  readonly carryOut: (input: CarryOutInput) => Promise<StepOutput>;
  readonly sign: (input: SignInput) => Promise<StepOutput>;
  readonly passOn: (input: PassOnInput) => Promise<StepOutput>;
  readonly beginEvidence: (input: BeginEvidenceInput) => Promise<unknown>;
  readonly removeEvidence: (input: { readonly fileId: string }) => Promise<unknown>;
  readonly find: (input: { readonly number: number }) => Promise<{ initiativeId: string }>;
  readonly directions: (input: { readonly marathonId: string; readonly municipalityId: string }) => Promise<readonly Direction[]>;
  readonly municipalities: (input: { readonly marathonId: string }) => Promise<readonly Municipality[]>;
  readonly author: (input: { readonly initiativeId: string }) => Promise<AuthorOutput>;
}

export type ConfirmBatch = (input: ConfirmBatchInput) => Promise<BatchOutput>;
