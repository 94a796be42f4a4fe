import { noScopes, policy } from "../policy";

/** Texts of consent are the operator's: an administrator writes and publishes them, anybody reads what is published. */
export const consentDocument = policy("consentDocument", noScopes, [{ role: "administrator", actions: ["manage"], through: "everywhere" }]);
