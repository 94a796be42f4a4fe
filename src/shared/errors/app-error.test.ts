import { describe, expect, it } from "vitest";
import { AppError, httpStatusOf, isAppError } from "./app-error";
import { errorCatalogue, errorKinds, isErrorCode } from "./catalogue";

describe("ошибка, о которой говорят человеку", () => {
  it("вид берётся из каталога по коду", () => {
    const error = new AppError("ticket.alreadyClosed");
    expect([error.code, error.kind, error.httpStatus, error.message]).toEqual(["ticket.alreadyClosed", "conflict", 409, "ticket.alreadyClosed"]);
  });

  it("без значений, нужных фразе, ошибка не собирается", () => {
    // @ts-expect-error: the sentence needs megabytes
    new AppError("file.tooLarge");
    // @ts-expect-error: this one needs none
    new AppError("ticket.notFound", { name: "…" });
    expect(new AppError("file.tooLarge", { megabytes: 20 }).params).toEqual({ megabytes: 20 });
  });

  it("у каждого вида свой ответ HTTP", () => {
    expect(new Set(errorKinds.map((kind) => httpStatusOf[kind])).size).toBe(errorKinds.length);
    expect(Object.values(errorCatalogue).every(({ kind }) => errorKinds.includes(kind))).toBe(true);
  });

  it("готовые ошибки говорят, чего не хватает", () => {
    expect([AppError.notSignedIn(), AppError.notFound(), AppError.forbidden()].map((error) => error.httpStatus)).toEqual([401, 404, 403]);
    expect(AppError.invalid({ title: "field.required" }).fields).toEqual({ title: "field.required" });
    expect(AppError.tooMany(61).params).toEqual({ minutes: 2 });
    const cause = new Error("нет связи");
    expect(AppError.unavailable(cause).cause).toBe(cause);
  });

  it("узнаётся и тогда, когда собрана другой копией модуля", () => {
    expect(isAppError(AppError.notFound())).toBe(true);
    expect(isAppError({ [Symbol.for("municipalDialogue.AppError")]: true })).toBe(true);
    expect([isAppError(new Error("request.notFound")), isAppError(null), isAppError("x")]).toEqual([false, false, false]);
  });

  it("посторонний текст не код", () => {
    expect([isErrorCode("ticket.alreadyClosed"), isErrorCode("toString"), isErrorCode("ticket")]).toEqual([true, false, false]);
  });
});
