-- A number proved by a code, and the code itself. Nothing that stands is touched.
ALTER TYPE "Assurance" ADD VALUE 'phoneConfirmed' AFTER 'emailConfirmed';
ALTER TYPE "TokenPurpose" ADD VALUE 'confirmPhone';
