-- A municipality's kind is valid from a day until a day, as its name and code are. What is valid now is known; of the past nothing is made up.
ALTER TABLE "UnitVersion" ADD COLUMN "municipalityKind" "MunicipalityKind";
UPDATE "UnitVersion" v SET "municipalityKind" = u."municipalityKind" FROM "Unit" u WHERE u."id" = v."unitId" AND v."validTo" IS NULL;
