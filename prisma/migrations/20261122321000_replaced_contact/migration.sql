-- AlterTable
ALTER TABLE "OneTimeToken" ADD COLUMN     "replacedContactId" UUID;
