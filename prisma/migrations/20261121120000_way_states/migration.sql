-- Moderation before publication; an objection's own term. New values can be used only after they are committed: the next migration does.
ALTER TYPE "InitiativeStatus" ADD VALUE 'returned' AFTER 'submitted';
ALTER TYPE "InitiativeStatus" ADD VALUE 'moderated' AFTER 'returned';
ALTER TYPE "TermSubject" ADD VALUE 'objectionAnswer' AFTER 'authorClarification';
