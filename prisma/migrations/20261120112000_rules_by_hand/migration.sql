-- What the schema language cannot say.

-- An address signs in one account only; a phone may be shared by a family.
CREATE UNIQUE INDEX "Contact_email_key" ON "Contact" ("value") WHERE "kind" = 'email';

-- The ledger's tail and the outbox's: short, whatever the tables' length.
CREATE INDEX "LedgerEntry_tail" ON "LedgerEntry" ("id") WHERE NOT "folded";
CREATE INDEX "Event_waiting" ON "Event" ("id") WHERE "dispatchedAt" IS NULL;
CREATE INDEX "Email_waiting" ON "Email" ("nextAttemptAt") WHERE "status" = 'queued';

-- A post is at a unit or at a body, never at both, never at none; it does not end before it begins.
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_seat" CHECK (num_nonnulls("unitId", "bodyId") = 1);
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_period" CHECK ("endsAt" IS NULL OR "endsAt" >= "startsAt");

-- One target per metric and place of it.
CREATE UNIQUE INDEX "Target_once" ON "Target" ("marathonId", "municipalityId", "metric", "directionId", "organisationId") NULLS NOT DISTINCT;

-- A marathon's common directions are keyed once, a municipality's own beside them.
CREATE UNIQUE INDEX "Direction_once" ON "Direction" ("marathonId", "key", "municipalityId") NULLS NOT DISTINCT;

-- A draft is somebody's: of a person or of a visitor's browser.
ALTER TABLE "InitiativeDraft" ADD CONSTRAINT "InitiativeDraft_owner" CHECK (num_nonnulls("authorId", "tokenHash") >= 1);

ALTER TABLE "Marathon" ADD CONSTRAINT "Marathon_dates" CHECK ("startsOn" <= "endsOn" AND "endsOn" <= "closingEndsOn");
ALTER TABLE "Target" ADD CONSTRAINT "Target_value" CHECK ("value" >= 0);
ALTER TABLE "Checkpoint" ADD CONSTRAINT "Checkpoint_minutes" CHECK ("minutes" BETWEEN 0 AND 1440);
