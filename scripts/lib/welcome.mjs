// The last lines of a start: where it is, who to sign in as, how to stop.
import { demoAccounts } from "./demo.mjs";
import { show } from "./say.mjs";

export function welcome({ settings, installation, code }) {
  show();
  show(`  Муниципальный диалог:  ${settings.publicUrl}`);
  if (code) {
    show();
    show("  Установка пуста. Создайте администратора:");
    show(`    страница  ${settings.publicUrl}/first-run`);
    show(`    код       ${code}`);
  }
  if (installation.demoLoaded) showAccounts(demoAccounts(settings.dataFolder));
  if (installation.demoLoaded && !settings.onLoopback) show(`\n  Внимание: демонстрация открыта на ${settings.host}, её пароли известны всем.`);
  show();
  show("  Остановить: Ctrl-C");
  show();
}

function showAccounts(accounts) {
  show();
  if (!accounts.length) return show("  Загружена демонстрация; список её учётных записей лежит в папке данных, с которой её загрузили.");
  const columns = [["Роль", "role"], ["Вход", "login"], ["Пароль", "password"], ["Имя", "name"]];
  const widths = columns.map(([title, key]) => Math.max(title.length, ...accounts.map((account) => String(account[key] ?? "").length)));
  const row = (cells) => show(`  ${cells.map((cell, at) => String(cell ?? "").padEnd(widths[at])).join("  ").trimEnd()}`);
  show("  Учётные записи демонстрации");
  row(columns.map(([title]) => title));
  row(widths.map((width) => "─".repeat(width)));
  for (const account of accounts) row(columns.map(([, key]) => account[key]));
}
