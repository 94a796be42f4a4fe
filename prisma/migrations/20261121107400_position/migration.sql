-- Where somebody works otherwise («заместитель главы администрации»): acts name it beside the name.
ALTER TABLE "Appointment" ADD COLUMN "position" TEXT;
