-- By itself: a new value can't be used in the transaction that adds it.
ALTER TYPE "TermSubject" ADD VALUE 'appealAnswer' AFTER 'initiativeAnswer';
