/** «Table.column» that says whose something is: becomes the survivor's. */
export const movedColumns = [
  "Initiative.authorId", "Initiative.helperId", "Initiative.assigneeId", "InitiativeDraft.authorId", "InitiativeDraft.helperId", "InitiativeSupport.personId", "InitiativeFollow.personId", "InitiativeRemark.byId", "CoAuthor.personId", "DraftShare.authorId", "DraftShare.takenById", "DraftWording.authorId", "DraftWording.byId", "LateSheet.authorId", "LateSheet.helperId", "Trip.personId", "TripSlip.personId",
  "Ticket.personId", "Ticket.claimedById", "Notification.personId", "Appointment.personId", "Contact.personId", "Consent.personId",
  "RepresentativeConsent.personId", "Registration.personId", "AccessLogEntry.personId", "Person.registeredById", "OneTimeToken.personId", "PersonMerge.survivorId",
  "LinkedIdentity.personId", "SecondFactor.personId", "RecoveryCode.personId", "SecondFactorReset.personId", "DutyShift.personId",
  "SavedFilter.personId", "AssistedSession.personId", "AssistedSession.helperId",
] as const;

/** «Table.column» that says who once did something: stays with the record by which it was done, which stays, too. */
export const standingColumns = [
  "AccessLogEntry.byId", "Appointment.appointedById", "Briefing.briefedById", "Checkpoint.createdById", "CoAuthor.invitedById", "CheckpointFigure.approvedById", "CheckpointFigure.notedById",
  "Consent.recordedById", "DecisionProposal.preparedById", "Event.actorId", "Initiative.answeredById", "InitiativeEvent.byId", "InitiativeRemark.settledById", "KeyQuestion.publishedById", "KeptApart.byId", "KeptAppeal.personId", "LateSheet.decidedById", "Nomination.answeredById", "Nomination.byId", "Objection.answeredById", "PassedOn.byId", "Transfer.answeredById", "Transfer.byId",
  "OneTimeToken.createdById", "PersonMerge.byId", "PersonMerge.mergedId", "PosterLink.createdById", "RepresentativeConsent.recordedById", "Target.setById", "Ticket.createdById", "TicketMessage.byId", "Boundary.importedById",
  "ConsentDocument.publishedById", "ConsentDraft.updatedById", "DirectoryImport.byId", "DutyShift.createdById", "RegulationEdition.setById", "SecondFactorReset.byId", "UnitChange.decidedById",
  "StoredFile.uploadedById", "UnitChange.recalledById", "WorkSchedule.setById", "Session.personId",
] as const;
