/**
 * Every way in which the platform refuses. The code is «noun.reason»; the kind says how it travels over HTTP and
 * what a client may do about it; `params` are the values that the sentence in `messages/{ru,en}.json` needs.
 * A new code gets its two sentences at once: a test compares the three.
 */
export const errorKinds = [
  "notSignedIn", "notFound", "forbidden", "invalid", "conflict", "gone", "tooMany", "unavailable",
] as const;
export type ErrorKind = (typeof errorKinds)[number];

interface ErrorEntry {
  readonly kind: ErrorKind;
  readonly params?: readonly string[];
}

export const errorCatalogue = {
  "request.notSignedIn": { kind: "notSignedIn" },
  "request.notFound": { kind: "notFound" },
  "request.forbidden": { kind: "forbidden" },
  "request.invalid": { kind: "invalid" },
  "request.tooLarge": { kind: "invalid" },
  "request.tooMany": { kind: "tooMany", params: ["minutes"] },
  "request.changedMeanwhile": { kind: "conflict" },
  "request.unavailable": { kind: "unavailable" },
  "request.failed": { kind: "unavailable" },
  "idempotency.keyReused": { kind: "conflict" },
  "idempotency.inProgress": { kind: "conflict" },
  "list.badCursor": { kind: "invalid" },

  "session.wrongCredentials": { kind: "notSignedIn" },
  "session.expired": { kind: "notSignedIn" },
  "session.revoked": { kind: "notSignedIn" },
  "session.locked": { kind: "tooMany", params: ["minutes"] },
  "session.emailNotConfirmed": { kind: "forbidden" },
  "session.confirmAgain": { kind: "forbidden" },
  "session.providerFailed": { kind: "unavailable" },
  "session.providerUnknown": { kind: "notFound" },
  "password.tooWeak": { kind: "invalid" },
  "password.wrongCurrent": { kind: "invalid" },
  "password.linkGone": { kind: "gone" },

  "registration.contactMissing": { kind: "invalid" },
  "registration.linkGone": { kind: "gone" },
  "registration.tooYoung": { kind: "forbidden" },
  "registration.representativeMissing": { kind: "invalid" },
  "registration.alreadyJoined": { kind: "conflict" },
  "registration.municipalityAbsent": { kind: "invalid" },
  "person.notFound": { kind: "notFound" },
  "person.notConfirmed": { kind: "forbidden" },
  "person.alreadyConfirmed": { kind: "conflict" },
  "person.contactTaken": { kind: "conflict" },
  "person.lastContact": { kind: "conflict" },
  "person.mergeWithSelf": { kind: "invalid" },
  "person.alreadyMerged": { kind: "conflict" },
  "person.erased": { kind: "gone" },
  "consent.missing": { kind: "forbidden" },
  "consent.outdated": { kind: "conflict" },
  "consent.paperMissing": { kind: "invalid" },
  "consent.alreadyWithdrawn": { kind: "conflict" },
  "slip.wrong": { kind: "invalid" },
  "slip.used": { kind: "gone" },
  "slip.expired": { kind: "gone" },
  "slip.tooManyAttempts": { kind: "tooMany", params: ["minutes"] },
  "slip.notNeeded": { kind: "conflict" },
  "slip.emailTaken": { kind: "conflict" },
  "firstRun.wrongCode": { kind: "invalid" },
  "firstRun.done": { kind: "gone" },

  "unit.notFound": { kind: "notFound" },
  "unit.codeTaken": { kind: "conflict", params: ["code"] },
  "unit.nameTaken": { kind: "conflict" },
  "unit.moveIntoItself": { kind: "invalid" },
  "unit.ended": { kind: "gone" },
  "unit.hasOpenWork": { kind: "conflict" },
  "direction.alreadyOwned": { kind: "conflict", params: ["group"] },
  "direction.inUse": { kind: "conflict" },
  "appointment.notFound": { kind: "notFound" },
  "appointment.overlaps": { kind: "conflict" },
  "appointment.ended": { kind: "conflict" },
  "appointment.periodInvalid": { kind: "invalid" },
  "appointment.roleNotHere": { kind: "invalid" },
  "appointment.lastResponsible": { kind: "conflict" },
  "appointment.substituteSelf": { kind: "invalid" },
  "appointment.actNumberTaken": { kind: "conflict" },
  "appointment.personDiffers": { kind: "conflict" },
  "appointment.addressUnconfirmed": { kind: "conflict" },
  "appointment.alreadyAccepted": { kind: "conflict" },
  "appointment.openWork": { kind: "conflict" },
  "invitation.gone": { kind: "gone" },
  "group.hasOpenWork": { kind: "conflict" },
  "setup.incomplete": { kind: "conflict" },

  "marathon.notFound": { kind: "notFound" },
  "marathon.notStarted": { kind: "conflict" },
  "marathon.closed": { kind: "conflict" },
  "marathon.ended": { kind: "conflict" },
  "marathon.periodInvalid": { kind: "invalid" },
  "marathon.municipalityAbsent": { kind: "invalid" },
  "marathon.termLoosened": { kind: "invalid", params: ["days"] },

  "initiative.notFound": { kind: "notFound" },
  "initiative.notDraft": { kind: "conflict" },
  "initiative.draftIncomplete": { kind: "invalid" },
  "initiative.alreadySubmitted": { kind: "conflict" },
  "initiative.notConsidered": { kind: "conflict" },
  "initiative.alreadyDecided": { kind: "conflict" },
  "initiative.awaitingAuthor": { kind: "conflict" },
  "initiative.notAwaitingAuthor": { kind: "conflict" },
  "initiative.reasonMissing": { kind: "invalid" },
  "initiative.leadMustConfirm": { kind: "forbidden" },
  "initiative.changedMeanwhile": { kind: "conflict" },
  "initiative.alreadyWithdrawn": { kind: "conflict" },
  "initiative.alreadyMerged": { kind: "conflict" },
  "initiative.mergeWithSelf": { kind: "invalid" },
  "initiative.redirectPending": { kind: "conflict" },
  "initiative.redirectToSame": { kind: "invalid" },
  "initiative.alreadyObjected": { kind: "conflict" },
  "initiative.rewordingAnswered": { kind: "conflict" },
  "initiative.groupMissing": { kind: "conflict" },
  "initiative.notForNomination": { kind: "conflict" },
  "initiative.alreadyNominated": { kind: "conflict" },
  "initiative.nowhereToNominate": { kind: "conflict" },
  "initiative.nominationAnswered": { kind: "conflict" },
  "initiative.alreadySupported": { kind: "conflict" },
  "initiative.supportOwn": { kind: "forbidden" },

  "ticket.notFound": { kind: "notFound" },
  "ticket.alreadyClaimed": { kind: "conflict", params: ["name"] },
  "ticket.alreadyClosed": { kind: "conflict" },
  "ticket.notClosed": { kind: "conflict" },
  "ticket.notClaimed": { kind: "conflict" },
  "ticket.reopenTooLate": { kind: "conflict" },
  "ticket.alreadyRated": { kind: "conflict" },
  "ticket.alreadyHandedUp": { kind: "conflict" },
  "ticket.alreadyConverted": { kind: "conflict" },
  "ticket.notHandedUp": { kind: "conflict" },
  "ticket.hotlineMissing": { kind: "conflict" },
  "consultation.timeTaken": { kind: "conflict" },
  "consultation.inPast": { kind: "invalid" },
  "assignment.alreadyReleased": { kind: "conflict" },
  "summary.alreadyAccepted": { kind: "conflict" },

  "target.notFound": { kind: "notFound" },
  "target.sumDiffers": { kind: "invalid", params: ["sum", "whole"] },
  "target.changedMeanwhile": { kind: "conflict" },
  "target.frozen": { kind: "conflict" },
  "target.closingNow": { kind: "conflict" },
  "checkpoint.notFound": { kind: "notFound" },
  "checkpoint.notYet": { kind: "conflict" },
  "checkpoint.alreadyFrozen": { kind: "conflict" },
  "checkpoint.alreadyApproved": { kind: "conflict" },
  "checkpoint.notApproved": { kind: "conflict" },
  "checkpoint.outsideMarathon": { kind: "invalid" },
  "checkpoint.fixedAbove": { kind: "forbidden" },
  "checkpoint.inPast": { kind: "invalid" },

  "file.notFound": { kind: "notFound" },
  "file.empty": { kind: "invalid" },
  "file.tooLarge": { kind: "invalid", params: ["megabytes"] },
  "file.tooMany": { kind: "invalid", params: ["count"] },
  "file.kindNotAllowed": { kind: "invalid", params: ["allowed"] },
  "file.damaged": { kind: "invalid" },
  "file.dangerous": { kind: "invalid" },
  "file.uploadGone": { kind: "gone" },
  "import.notTable": { kind: "invalid" },
  "import.noRows": { kind: "invalid" },
  "import.columnsMissing": { kind: "invalid", params: ["columns"] },
  "import.tooManyRows": { kind: "invalid", params: ["count"] },
  "import.hasErrors": { kind: "invalid", params: ["count"] },
  "import.alreadyApplied": { kind: "conflict" },
  "import.changedMeanwhile": { kind: "conflict" },
  "boundaries.notGeo": { kind: "invalid" },
  "boundaries.notDegrees": { kind: "invalid" },
  "boundaries.tooDetailed": { kind: "invalid", params: ["points"] },
  "boundaries.nothingMatched": { kind: "invalid" },
} as const satisfies Readonly<Record<`${string}.${string}`, ErrorEntry>>;

export type ErrorCode = keyof typeof errorCatalogue;

/** The values that a code's sentence needs; `never` when it needs none. */
export type ErrorParams<C extends ErrorCode> = (typeof errorCatalogue)[C] extends {
  readonly params: readonly (infer Name extends string)[];
}
  ? Readonly<Record<Name, string | number>>
  : never;

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCatalogue, text);
}
