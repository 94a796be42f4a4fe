-- CreateEnum
CREATE TYPE "Role" AS ENUM ('coordinator', 'executor', 'director', 'workingGroupMember', 'workingGroupSecretary', 'workingGroupLead', 'coordinationGroupMember', 'responsiblePerson', 'head', 'operator', 'moderator', 'councilStaff', 'countryObserver', 'administrator');

-- CreateEnum
CREATE TYPE "ActKind" AS ENUM ('order', 'directive', 'protocol');

-- CreateEnum
CREATE TYPE "Attribution" AS ENUM ('resident', 'coordinator', 'organisation');

-- CreateEnum
CREATE TYPE "Metric" AS ENUM ('users', 'initiatives');

-- CreateEnum
CREATE TYPE "InitiativeStatus" AS ENUM ('submitted', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut', 'withdrawn', 'merged');

-- CreateEnum
CREATE TYPE "InitiatorKind" AS ENUM ('employee', 'pensioner', 'youngPerson', 'entrepreneur', 'parent', 'collective', 'other');

-- CreateEnum
CREATE TYPE "Competence" AS ENUM ('municipal', 'regional', 'federal');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('public', 'author', 'internal');

-- CreateEnum
CREATE TYPE "BodyKind" AS ENUM ('coordinationGroup', 'workingGroup', 'hotline');

-- CreateEnum
CREATE TYPE "EmailStatus" AS ENUM ('queued', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "Assurance" AS ENUM ('selfDeclared', 'emailConfirmed', 'confirmedInPerson', 'identityProvider');

-- CreateEnum
CREATE TYPE "ContactKind" AS ENUM ('email', 'phone');

-- CreateEnum
CREATE TYPE "TokenPurpose" AS ENUM ('confirmEmail', 'resetPassword', 'slip', 'invitation');

-- CreateEnum
CREATE TYPE "ConsentPurpose" AS ENUM ('processing', 'publishName');

-- CreateEnum
CREATE TYPE "ConsentChannel" AS ENUM ('self', 'paper');

-- CreateEnum
CREATE TYPE "TicketChannel" AS ENUM ('web', 'phone', 'desk');

-- CreateEnum
CREATE TYPE "TicketStatus" AS ENUM ('open', 'claimed', 'waitingForPerson', 'answered', 'closed');

-- CreateEnum
CREATE TYPE "TicketMessageKind" AS ENUM ('question', 'answer', 'note', 'event');

-- CreateEnum
CREATE TYPE "UnitKind" AS ENUM ('country', 'region', 'municipality', 'department', 'branchBody', 'territorialAdministration', 'organisation');

-- CreateEnum
CREATE TYPE "MunicipalityKind" AS ENUM ('municipalDistrict', 'municipalOkrug', 'urbanOkrug', 'urbanSettlement', 'ruralSettlement');

-- CreateTable
CREATE TABLE "Appointment" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "unitId" UUID,
    "bodyId" UUID,
    "municipalityId" UUID,
    "marathonId" UUID,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),
    "actKind" "ActKind",
    "actNumber" TEXT,
    "actDate" DATE,
    "appointedById" UUID,
    "substitutesId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Briefing" (
    "id" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "material" TEXT NOT NULL,
    "briefedById" UUID NOT NULL,
    "briefedAt" TIMESTAMPTZ(3) NOT NULL,
    "acknowledgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Briefing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" BIGSERIAL NOT NULL,
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "organisationId" UUID,
    "directionId" UUID,
    "attribution" "Attribution" NOT NULL,
    "users" INTEGER NOT NULL DEFAULT 0,
    "unconfirmed" INTEGER NOT NULL DEFAULT 0,
    "gross" INTEGER NOT NULL DEFAULT 0,
    "net" INTEGER NOT NULL DEFAULT 0,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "included" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "subjectId" UUID NOT NULL,
    "folded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerTotal" (
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "directionId" UUID NOT NULL,
    "attribution" "Attribution" NOT NULL,
    "day" DATE NOT NULL,
    "users" INTEGER NOT NULL,
    "unconfirmed" INTEGER NOT NULL,
    "gross" INTEGER NOT NULL,
    "net" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "included" INTEGER NOT NULL,

    CONSTRAINT "LedgerTotal_pkey" PRIMARY KEY ("marathonId","municipalityId","day","directionId","organisationId","attribution")
);

-- CreateTable
CREATE TABLE "Target" (
    "id" UUID NOT NULL,
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "metric" "Metric" NOT NULL,
    "directionId" UUID,
    "organisationId" UUID,
    "value" INTEGER NOT NULL,
    "setById" UUID NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Checkpoint" (
    "id" UUID NOT NULL,
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID,
    "name" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Checkpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckpointFigure" (
    "checkpointId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "users" INTEGER NOT NULL,
    "unconfirmed" INTEGER NOT NULL,
    "gross" INTEGER NOT NULL,
    "net" INTEGER NOT NULL,
    "usersTarget" INTEGER,
    "initiativesTarget" INTEGER,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL,
    "approvedAt" TIMESTAMPTZ(3),
    "approvedById" UUID,
    "approvedOnPaper" BOOLEAN NOT NULL DEFAULT false,
    "notedAt" TIMESTAMPTZ(3),
    "notedById" UUID,

    CONSTRAINT "CheckpointFigure_pkey" PRIMARY KEY ("checkpointId","municipalityId")
);

-- CreateTable
CREATE TABLE "InitiativeDraft" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT,
    "authorId" UUID,
    "helperId" UUID,
    "helperUnitId" UUID,
    "marathonId" UUID NOT NULL,
    "posterLinkId" UUID,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InitiativeDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Initiative" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "consideringId" UUID,
    "originatingId" UUID,
    "handedToId" UUID,
    "directionId" UUID NOT NULL,
    "authorId" UUID,
    "helperId" UUID,
    "hiddenFromOrganisation" BOOLEAN NOT NULL DEFAULT false,
    "namePublished" BOOLEAN NOT NULL DEFAULT false,
    "initiatorKind" "InitiatorKind" NOT NULL,
    "collective" BOOLEAN NOT NULL DEFAULT false,
    "title" TEXT NOT NULL,
    "essence" TEXT NOT NULL,
    "expectedResult" TEXT NOT NULL,
    "placeText" TEXT,
    "longitude" DOUBLE PRECISION,
    "latitude" DOUBLE PRECISION,
    "status" "InitiativeStatus" NOT NULL,
    "competence" "Competence",
    "answer" TEXT,
    "answeredById" UUID,
    "posterLinkId" UUID,
    "mergedIntoId" UUID,
    "supportCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "takenAt" TIMESTAMPTZ(3),
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "pausedWorkingDaysLeft" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InitiativeEvent" (
    "id" UUID NOT NULL,
    "initiativeId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "visibility" "Visibility" NOT NULL,
    "byId" UUID,
    "byRole" TEXT,
    "toStatus" "InitiativeStatus",
    "text" TEXT,
    "data" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InitiativeEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionProposal" (
    "initiativeId" UUID NOT NULL,
    "decision" "InitiativeStatus" NOT NULL,
    "competence" "Competence",
    "text" TEXT NOT NULL,
    "preparedById" UUID NOT NULL,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "DecisionProposal_pkey" PRIMARY KEY ("initiativeId")
);

-- CreateTable
CREATE TABLE "InitiativeSupport" (
    "initiativeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InitiativeSupport_pkey" PRIMARY KEY ("initiativeId","personId")
);

-- CreateTable
CREATE TABLE "Nomination" (
    "id" UUID NOT NULL,
    "initiativeId" UUID NOT NULL,
    "fromBodyId" UUID,
    "fromUnitId" UUID,
    "toUnitId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Installation" (
    "id" TEXT NOT NULL DEFAULT 'self',
    "demoLoadedAt" TIMESTAMPTZ(3),
    "firstRunCodeHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "owner" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "inputHash" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("owner","procedure","key")
);

-- CreateTable
CREATE TABLE "Marathon" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scopeUnitId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "closingEndsOn" DATE NOT NULL,
    "reactionWorkingDays" INTEGER NOT NULL DEFAULT 5,
    "answerWorkingDays" INTEGER NOT NULL DEFAULT 15,
    "ticketFirstResponseWorkingHours" INTEGER NOT NULL DEFAULT 4,
    "ticketResolutionWorkingDays" INTEGER NOT NULL DEFAULT 3,
    "previousId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Marathon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Direction" (
    "id" UUID NOT NULL,
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Direction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participation" (
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "hotlinePhone" TEXT,
    "hotlineHours" TEXT,
    "rankingPublic" BOOLEAN NOT NULL DEFAULT false,
    "figuresPublic" BOOLEAN NOT NULL DEFAULT true,
    "setUpAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Participation_pkey" PRIMARY KEY ("marathonId","municipalityId")
);

-- CreateTable
CREATE TABLE "Body" (
    "id" UUID NOT NULL,
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "kind" "BodyKind" NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BodyDirection" (
    "bodyId" UUID NOT NULL,
    "directionId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,

    CONSTRAINT "BodyDirection_pkey" PRIMARY KEY ("municipalityId","directionId")
);

-- CreateTable
CREATE TABLE "OrganisationLink" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "OrganisationLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PosterLink" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "organisationId" UUID,
    "label" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PosterLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dispatchedAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "href" TEXT,
    "dedupeKey" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Email" (
    "id" UUID NOT NULL,
    "toAddress" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "status" "EmailStatus" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Email_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "familyName" TEXT NOT NULL,
    "givenName" TEXT NOT NULL,
    "patronymic" TEXT,
    "birthDate" DATE,
    "locale" TEXT NOT NULL DEFAULT 'ru',
    "assurance" "Assurance" NOT NULL DEFAULT 'selfDeclared',
    "passwordHash" TEXT,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "registeredById" UUID,
    "registeredAtUnitId" UUID,
    "mergedIntoId" UUID,
    "erasedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "ContactKind" NOT NULL,
    "value" TEXT NOT NULL,
    "verifiedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeToken" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "purpose" "TokenPurpose" NOT NULL,
    "hash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OneTimeToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsentDocument" (
    "id" UUID NOT NULL,
    "purpose" "ConsentPurpose" NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "operator" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConsentDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "channel" "ConsentChannel" NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "recordedById" UUID,
    "paperCase" TEXT,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Registration" (
    "id" UUID NOT NULL,
    "marathonId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "organisationId" UUID,
    "hiddenFromOrganisation" BOOLEAN NOT NULL DEFAULT false,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "countedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessLogEntry" (
    "id" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AccessLogEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ticket" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "hotlineId" UUID NOT NULL,
    "handedToId" UUID,
    "channel" "TicketChannel" NOT NULL,
    "personId" UUID,
    "callerName" TEXT,
    "callerPhone" TEXT,
    "callerEmail" TEXT,
    "subject" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "status" "TicketStatus" NOT NULL,
    "claimedById" UUID,
    "createdById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "firstResponseDueAt" TIMESTAMPTZ(3) NOT NULL,
    "resolutionDueAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TicketMessage" (
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "kind" "TicketMessageKind" NOT NULL,
    "text" TEXT NOT NULL,
    "byId" UUID,
    "byRole" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TicketMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" UUID NOT NULL,
    "parentId" UUID,
    "path" UUID[],
    "kind" "UnitKind" NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "nameGenitive" TEXT,
    "namePrepositional" TEXT,
    "municipalityId" UUID,
    "regionId" UUID,
    "municipalityKind" "MunicipalityKind",
    "oktmo" TEXT,
    "oktmoCheckDigit" TEXT,
    "oktmoVerified" BOOLEAN NOT NULL DEFAULT true,
    "timeZone" TEXT,
    "population" INTEGER,
    "longitude" DOUBLE PRECISION,
    "latitude" DOUBLE PRECISION,
    "headTitle" TEXT,
    "organisationKind" TEXT,
    "address" TEXT,
    "phone" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitVersion" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "name" TEXT NOT NULL,
    "oktmo" TEXT,
    "parentId" UUID,
    "reason" TEXT,

    CONSTRAINT "UnitVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Boundary" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "geometry" JSONB NOT NULL,
    "attribution" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "importedById" UUID NOT NULL,

    CONSTRAINT "Boundary_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Appointment_personId_idx" ON "Appointment"("personId");

-- CreateIndex
CREATE INDEX "Appointment_unitId_role_idx" ON "Appointment"("unitId", "role");

-- CreateIndex
CREATE INDEX "Appointment_bodyId_role_idx" ON "Appointment"("bodyId", "role");

-- CreateIndex
CREATE INDEX "Appointment_municipalityId_role_idx" ON "Appointment"("municipalityId", "role");

-- CreateIndex
CREATE INDEX "Briefing_appointmentId_idx" ON "Briefing"("appointmentId");

-- CreateIndex
CREATE INDEX "LedgerEntry_subjectId_idx" ON "LedgerEntry"("subjectId");

-- CreateIndex
CREATE INDEX "LedgerEntry_marathonId_municipalityId_at_idx" ON "LedgerEntry"("marathonId", "municipalityId", "at");

-- CreateIndex
CREATE INDEX "Target_marathonId_municipalityId_idx" ON "Target"("marathonId", "municipalityId");

-- CreateIndex
CREATE INDEX "Checkpoint_marathonId_municipalityId_date_idx" ON "Checkpoint"("marathonId", "municipalityId", "date");

-- CreateIndex
CREATE INDEX "CheckpointFigure_municipalityId_idx" ON "CheckpointFigure"("municipalityId");

-- CreateIndex
CREATE INDEX "InitiativeDraft_authorId_idx" ON "InitiativeDraft"("authorId");

-- CreateIndex
CREATE INDEX "InitiativeDraft_tokenHash_idx" ON "InitiativeDraft"("tokenHash");

-- CreateIndex
CREATE INDEX "InitiativeDraft_helperId_idx" ON "InitiativeDraft"("helperId");

-- CreateIndex
CREATE UNIQUE INDEX "Initiative_number_key" ON "Initiative"("number");

-- CreateIndex
CREATE INDEX "Initiative_marathonId_submittedAt_id_idx" ON "Initiative"("marathonId", "submittedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Initiative_marathonId_municipalityId_submittedAt_id_idx" ON "Initiative"("marathonId", "municipalityId", "submittedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Initiative_marathonId_directionId_submittedAt_id_idx" ON "Initiative"("marathonId", "directionId", "submittedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Initiative_marathonId_status_submittedAt_id_idx" ON "Initiative"("marathonId", "status", "submittedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Initiative_consideringId_status_dueAt_id_idx" ON "Initiative"("consideringId", "status", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Initiative_originatingId_submittedAt_id_idx" ON "Initiative"("originatingId", "submittedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Initiative_authorId_submittedAt_idx" ON "Initiative"("authorId", "submittedAt" DESC);

-- CreateIndex
CREATE INDEX "Initiative_helperId_submittedAt_idx" ON "Initiative"("helperId", "submittedAt" DESC);

-- CreateIndex
CREATE INDEX "Initiative_handedToId_submittedAt_idx" ON "Initiative"("handedToId", "submittedAt" DESC);

-- CreateIndex
CREATE INDEX "InitiativeEvent_initiativeId_at_idx" ON "InitiativeEvent"("initiativeId", "at");

-- CreateIndex
CREATE INDEX "InitiativeSupport_personId_idx" ON "InitiativeSupport"("personId");

-- CreateIndex
CREATE INDEX "Nomination_toUnitId_at_idx" ON "Nomination"("toUnitId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Nomination_initiativeId_toUnitId_key" ON "Nomination"("initiativeId", "toUnitId");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Marathon_slug_key" ON "Marathon"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Direction_marathonId_key_municipalityId_key" ON "Direction"("marathonId", "key", "municipalityId");

-- CreateIndex
CREATE INDEX "Participation_municipalityId_idx" ON "Participation"("municipalityId");

-- CreateIndex
CREATE INDEX "Body_municipalityId_marathonId_kind_idx" ON "Body"("municipalityId", "marathonId", "kind");

-- CreateIndex
CREATE INDEX "BodyDirection_bodyId_idx" ON "BodyDirection"("bodyId");

-- CreateIndex
CREATE INDEX "OrganisationLink_bodyId_idx" ON "OrganisationLink"("bodyId");

-- CreateIndex
CREATE UNIQUE INDEX "OrganisationLink_organisationId_bodyId_startsOn_key" ON "OrganisationLink"("organisationId", "bodyId", "startsOn");

-- CreateIndex
CREATE UNIQUE INDEX "PosterLink_code_key" ON "PosterLink"("code");

-- CreateIndex
CREATE INDEX "PosterLink_municipalityId_idx" ON "PosterLink"("municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_dedupeKey_key" ON "Notification"("dedupeKey");

-- CreateIndex
CREATE INDEX "Notification_personId_at_idx" ON "Notification"("personId", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Email_dedupeKey_key" ON "Email"("dedupeKey");

-- CreateIndex
CREATE INDEX "Email_createdAt_idx" ON "Email"("createdAt");

-- CreateIndex
CREATE INDEX "Person_registeredById_idx" ON "Person"("registeredById");

-- CreateIndex
CREATE INDEX "Person_familyName_givenName_idx" ON "Person"("familyName", "givenName");

-- CreateIndex
CREATE INDEX "Contact_kind_value_idx" ON "Contact"("kind", "value");

-- CreateIndex
CREATE INDEX "Contact_personId_idx" ON "Contact"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeToken_hash_key" ON "OneTimeToken"("hash");

-- CreateIndex
CREATE INDEX "OneTimeToken_personId_purpose_idx" ON "OneTimeToken"("personId", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "ConsentDocument_purpose_version_key" ON "ConsentDocument"("purpose", "version");

-- CreateIndex
CREATE INDEX "Consent_personId_idx" ON "Consent"("personId");

-- CreateIndex
CREATE INDEX "Registration_municipalityId_marathonId_idx" ON "Registration"("municipalityId", "marathonId");

-- CreateIndex
CREATE INDEX "Registration_organisationId_idx" ON "Registration"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_marathonId_personId_key" ON "Registration"("marathonId", "personId");

-- CreateIndex
CREATE INDEX "AccessLogEntry_personId_at_idx" ON "AccessLogEntry"("personId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Ticket_number_key" ON "Ticket"("number");

-- CreateIndex
CREATE INDEX "Ticket_hotlineId_status_firstResponseDueAt_idx" ON "Ticket"("hotlineId", "status", "firstResponseDueAt");

-- CreateIndex
CREATE INDEX "Ticket_personId_idx" ON "Ticket"("personId");

-- CreateIndex
CREATE INDEX "Ticket_handedToId_status_idx" ON "Ticket"("handedToId", "status");

-- CreateIndex
CREATE INDEX "TicketMessage_ticketId_at_idx" ON "TicketMessage"("ticketId", "at");

-- CreateIndex
CREATE INDEX "Unit_parentId_idx" ON "Unit"("parentId");

-- CreateIndex
CREATE INDEX "Unit_municipalityId_kind_idx" ON "Unit"("municipalityId", "kind");

-- CreateIndex
CREATE INDEX "Unit_regionId_kind_idx" ON "Unit"("regionId", "kind");

-- CreateIndex
CREATE INDEX "Unit_path_idx" ON "Unit" USING GIN ("path");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_oktmo_kind_key" ON "Unit"("oktmo", "kind");

-- CreateIndex
CREATE INDEX "UnitVersion_unitId_validFrom_idx" ON "UnitVersion"("unitId", "validFrom");

-- CreateIndex
CREATE INDEX "Boundary_regionId_idx" ON "Boundary"("regionId");

-- CreateIndex
CREATE UNIQUE INDEX "Boundary_unitId_key" ON "Boundary"("unitId");

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_substitutesId_fkey" FOREIGN KEY ("substitutesId") REFERENCES "Appointment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Briefing" ADD CONSTRAINT "Briefing_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_marathonId_fkey" FOREIGN KEY ("marathonId") REFERENCES "Marathon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Checkpoint" ADD CONSTRAINT "Checkpoint_marathonId_fkey" FOREIGN KEY ("marathonId") REFERENCES "Marathon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckpointFigure" ADD CONSTRAINT "CheckpointFigure_checkpointId_fkey" FOREIGN KEY ("checkpointId") REFERENCES "Checkpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InitiativeDraft" ADD CONSTRAINT "InitiativeDraft_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_marathonId_fkey" FOREIGN KEY ("marathonId") REFERENCES "Marathon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_consideringId_fkey" FOREIGN KEY ("consideringId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_originatingId_fkey" FOREIGN KEY ("originatingId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_handedToId_fkey" FOREIGN KEY ("handedToId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_directionId_fkey" FOREIGN KEY ("directionId") REFERENCES "Direction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_helperId_fkey" FOREIGN KEY ("helperId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_posterLinkId_fkey" FOREIGN KEY ("posterLinkId") REFERENCES "PosterLink"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InitiativeEvent" ADD CONSTRAINT "InitiativeEvent_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionProposal" ADD CONSTRAINT "DecisionProposal_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InitiativeSupport" ADD CONSTRAINT "InitiativeSupport_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Direction" ADD CONSTRAINT "Direction_marathonId_fkey" FOREIGN KEY ("marathonId") REFERENCES "Marathon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_marathonId_fkey" FOREIGN KEY ("marathonId") REFERENCES "Marathon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Body" ADD CONSTRAINT "Body_marathonId_fkey" FOREIGN KEY ("marathonId") REFERENCES "Marathon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Body" ADD CONSTRAINT "Body_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BodyDirection" ADD CONSTRAINT "BodyDirection_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BodyDirection" ADD CONSTRAINT "BodyDirection_directionId_fkey" FOREIGN KEY ("directionId") REFERENCES "Direction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationLink" ADD CONSTRAINT "OrganisationLink_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationLink" ADD CONSTRAINT "OrganisationLink_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PosterLink" ADD CONSTRAINT "PosterLink_marathonId_fkey" FOREIGN KEY ("marathonId") REFERENCES "Marathon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PosterLink" ADD CONSTRAINT "PosterLink_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_registeredById_fkey" FOREIGN KEY ("registeredById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeToken" ADD CONSTRAINT "OneTimeToken_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "ConsentDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_marathonId_fkey" FOREIGN KEY ("marathonId") REFERENCES "Marathon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_marathonId_fkey" FOREIGN KEY ("marathonId") REFERENCES "Marathon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_hotlineId_fkey" FOREIGN KEY ("hotlineId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_handedToId_fkey" FOREIGN KEY ("handedToId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketMessage" ADD CONSTRAINT "TicketMessage_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitVersion" ADD CONSTRAINT "UnitVersion_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Boundary" ADD CONSTRAINT "Boundary_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
