-- AlterEnum
ALTER TYPE "StoredFileKind" ADD VALUE 'donePhoto';
ALTER TYPE "StoredFileKind" ADD VALUE 'answerScan';

-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN     "alt" TEXT;
