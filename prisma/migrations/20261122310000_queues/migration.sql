-- A prepared decision is known by the initiative itself: queues are walked along an index, as long as their page.
ALTER TABLE "Initiative" ADD COLUMN "isPrepared" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Initiative" i SET "isPrepared" = true FROM "DecisionProposal" p WHERE p."initiativeId" = i."id";

-- What a group has open, by the end of the term; in one direction; in nobody's hands; in somebody's.
DROP INDEX "Initiative_consideringId_status_dueAt_id_idx";
CREATE INDEX "Initiative_queue" ON "Initiative" ("consideringId", (coalesce("dueAt", 'infinity'::timestamptz)), "id")
  WHERE "status" IN ('submitted', 'returned', 'moderated', 'inConsideration', 'clarification');
CREATE INDEX "Initiative_queue_direction" ON "Initiative" ("consideringId", "directionId", (coalesce("dueAt", 'infinity'::timestamptz)), "id")
  WHERE "status" IN ('submitted', 'moderated', 'inConsideration', 'clarification');
CREATE INDEX "Initiative_queue_nobody" ON "Initiative" ("consideringId", (coalesce("dueAt", 'infinity'::timestamptz)), "id")
  WHERE "status" IN ('submitted', 'moderated', 'inConsideration', 'clarification') AND "assigneeId" IS NULL;
CREATE INDEX "Initiative_queue_mine" ON "Initiative" ("assigneeId", "consideringId", (coalesce("dueAt", 'infinity'::timestamptz)), "id")
  WHERE "status" IN ('submitted', 'moderated', 'inConsideration', 'clarification') AND "assigneeId" IS NOT NULL;
CREATE INDEX "Initiative_queue_clarification" ON "Initiative" ("consideringId", (coalesce("dueAt", 'infinity'::timestamptz)), "id") WHERE "status" = 'clarification';
CREATE INDEX "Initiative_queue_prepared" ON "Initiative" ("consideringId", (coalesce("dueAt", 'infinity'::timestamptz)), "id") WHERE "status" = 'inConsideration' AND "isPrepared";

-- What it has decided, newest first; in one direction; by who had it in hand.
CREATE INDEX "Initiative_queue_decided" ON "Initiative" ("consideringId", "decidedAt" DESC, "id" DESC) WHERE "decidedAt" IS NOT NULL AND "status" NOT IN ('withdrawn', 'merged');
CREATE INDEX "Initiative_queue_decided_direction" ON "Initiative" ("consideringId", "directionId", "decidedAt" DESC, "id" DESC) WHERE "decidedAt" IS NOT NULL AND "status" NOT IN ('withdrawn', 'merged');
CREATE INDEX "Initiative_queue_decided_mine" ON "Initiative" ("assigneeId", "consideringId", "decidedAt" DESC, "id" DESC) WHERE "decidedAt" IS NOT NULL AND "status" NOT IN ('withdrawn', 'merged') AND "assigneeId" IS NOT NULL;

-- What a municipality's moderators look at before it is public.
CREATE INDEX "Initiative_moderation" ON "Initiative" ("municipalityId", (coalesce("dueAt", 'infinity'::timestamptz)), "id") WHERE "status" = 'submitted';

-- What waits to be put forward, and what was put forward and waits for an answer.
CREATE INDEX "Initiative_to_nominate" ON "Initiative" ("municipalityId", "decidedAt", "id") WHERE "handedToId" IS NULL AND "status" IN ('nominated', 'beyondCompetence');
CREATE INDEX "Initiative_to_nominate_by_group" ON "Initiative" ("consideringId", "decidedAt", "id") WHERE "handedToId" IS NULL AND "status" IN ('nominated', 'beyondCompetence');
CREATE INDEX "Nomination_waiting" ON "Nomination" ("toUnitId", "at", "initiativeId") WHERE "answer" IS NULL;
