// The first lines of every command. They run on whatever Node the machine has, so they keep to old syntax
// and load the rest only when the version is known to be good enough.
export function begin(command) {
  var major = Number(process.versions.node.split(".")[0]);
  if (major < 20) {
    console.error("Ошибка. Нужен Node 20 или новее, а установлен " + process.versions.node + ". Обновите Node и запустите ещё раз.");
    process.exit(1);
  }
  void import("./bootstrap.mjs").then(function (bootstrap) {
    return bootstrap.run(command);
  });
}
