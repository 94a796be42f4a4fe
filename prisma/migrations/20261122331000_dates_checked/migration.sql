-- AlterTable
ALTER TABLE "Participation" ADD COLUMN     "datesCheckedAt" TIMESTAMPTZ(3);
