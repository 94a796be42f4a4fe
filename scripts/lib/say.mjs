// Everything a person reads while a command works: one line a step, with the seconds since the beginning.

const begun = Number(process.env.DIALOG_BEGUN) || Date.now();
process.env.DIALOG_BEGUN = String(begun); // the second stage goes on counting from the first

export const seconds = (ms) => (ms / 1000).toLocaleString("ru-RU", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export function say(line) {
  console.log(`${seconds(Date.now() - begun).padStart(6)} с  ${line}`);
}

/** A message as it is, for addresses and tables. */
export const show = (text = "") => console.log(text);

/** What went wrong in words for the person who started the command; anything else is a fault of ours and shows its stack. */
export class Refusal extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.name = "Refusal";
    this.exitCode = exitCode;
  }
}

const systemReasons = {
  ENOSPC: "На диске не осталось места. Освободите его и запустите ещё раз.",
  EDQUOT: "Исчерпана дисковая квота. Освободите место и запустите ещё раз.",
  EROFS: "Диск открыт только для чтения: писать в папку данных нельзя.",
  EMFILE: "Слишком мало разрешённых открытых файлов (ulimit -n).",
};

/** The one clear line for an error: ours as it is, the system's in words, others whole. */
export function explain(error) {
  if (error instanceof Refusal) return error.message;
  const text = `${error?.code ?? ""} ${error?.message ?? error}`;
  if (/ENOSPC|No space left on device/i.test(text)) return systemReasons.ENOSPC;
  if (systemReasons[error?.code]) return systemReasons[error.code];
  if (["EACCES", "EPERM"].includes(error?.code)) return `Нет права на ${error.path ?? "файл"}: ${error.code}. Запустите от владельца папки или смените владельца.`;
  return `Неожиданная ошибка: ${error?.stack ?? error}`;
}

/** Prints the line to stderr and gives the exit code to end with. */
export function refuse(error) {
  console.error(`Ошибка. ${explain(error)}`);
  return error instanceof Refusal ? error.exitCode : 1;
}
