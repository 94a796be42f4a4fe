-- Whose hands it is in, whatever its state: looked for every five minutes and when an appointment ends.
CREATE INDEX "Initiative_in_hand" ON "Initiative" ("assigneeId", "consideringId") WHERE "assigneeId" IS NOT NULL;
