import type { AuthorOutput } from "../record/schema";
import type { AcceptInput, AnswerNominationInput, BatchOutput, ClarifyInput, ConfirmBatchInput, DecideInput, NominateInput, NoteInput, PrepareInput, ReturnInput, StepOutput } from "../schema";

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
  readonly author: (input: { readonly initiativeId: string }) => Promise<AuthorOutput>;
}

export type ConfirmBatch = (input: ConfirmBatchInput) => Promise<BatchOutput>;
