import { noScopes, policy } from "../policy";

export const notification = policy("notification", { recipient: { person: "personId" } }, [
  { role: "person", actions: ["read", "markRead"], through: "recipient" },
]);

/** The mailbox page of the demonstration shows every letter; a real installation has none. */
export const mailbox = policy("mailbox", noScopes, [{ role: "anyone", actions: ["read"], through: "everywhere", when: { isDemonstration: true } }]);

/** The first-run page: only while the installation has no administrator. */
export const installation = policy("installation", noScopes, [
  { role: "anyone", actions: ["begin"], through: "everywhere", when: { isEmpty: true } },
]);

/** Who looked at my data: the person alone sees it. */
export const accessLog = policy("accessLog", { person: { person: "personId" } }, [{ role: "person", actions: ["read"], through: "person" }]);
