-- «Назначить кого»: as a person wrote it, where the program would be wrong.
ALTER TABLE "Appointment" ADD COLUMN "nameAccusative" TEXT;
