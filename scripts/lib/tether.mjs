// Loaded into every Node process that we start (--import): when the one that started it is gone, even by kill -9, it ends itself.
// Its own children inherit the flag; they belong to it, and their channel must stay as it is.
if (process.channel && process.env.DIALOG_TETHERED_TO === String(process.ppid)) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref(); // this alone keeps no process alive
}
