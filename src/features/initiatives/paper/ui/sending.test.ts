import { expect, test } from "vitest";
import { answerTo } from "./sending";

const refused = (code: string, httpStatus: number) => Object.assign(new Error(code), { data: { code, httpStatus } });

test.each([
  ["нет связи", new TypeError("Failed to fetch"), "offline"],
  ["сервер не ответил", refused("request.failed", 500), "offline"],
  ["вход кончился", refused("request.notSignedIn", 401), "signedOut"],
  ["слишком часто", refused("request.tooMany", 429), "busy"],
])("лист ждёт, а не отклонён: %s", (_, error, why) => {
  expect(answerTo(error)).toMatchObject({ kind: "waits", why });
});

test("лист отклонён, когда дело в нём самом", () => {
  for (const [code, status] of [["initiative.draftIncomplete", 422], ["request.forbidden", 403], ["marathon.closed", 409]] as const) expect(answerTo(refused(code, status))).toMatchObject({ kind: "refused", refusal: { code } });
});
