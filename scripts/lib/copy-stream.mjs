// COPY over node-postgres, by the messages that its client already understands: one stream out, one stream in.
import { Readable, Writable } from "node:stream";

class Copying {
  constructor(statement) {
    this.statement = statement;
    this.done = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
    this.done.catch(() => {}); // whoever reads the stream hears of it there
  }
  submit(connection) {
    this.connection = connection;
    connection.query(this.statement);
  }
  handleCommandComplete({ text }) {
    this.rows = Number(/^COPY (\d+)/.exec(text)?.[1] ?? 0);
  }
  handleReadyForQuery() {
    if (!this.failed) this.resolve(this.rows);
  }
  handleError(error) {
    this.failed = true;
    this.reject(error);
    this.stream?.destroy(error);
  }
}

/** @returns stream with what COPY … TO STDOUT gives; rows: a promise of their number */
export function copyOut(client, statement) {
  const copying = new Copying(statement);
  const socket = () => copying.connection?.stream;
  const stream = new Readable({ read: () => void socket()?.resume() });
  copying.stream = stream;
  copying.handleCopyData = ({ chunk }) => {
    if (!stream.push(Buffer.from(chunk))) socket().pause(); // the reader is slower than the database
  };
  const finish = copying.handleReadyForQuery.bind(copying);
  copying.handleReadyForQuery = () => {
    stream.push(null);
    finish();
  };
  client.query(copying);
  return { stream, rows: copying.done };
}

/** @returns stream that feeds COPY … FROM STDIN; rows: a promise of the number taken */
export function copyIn(client, statement) {
  const copying = new Copying(statement);
  const open = new Promise((resolve) => (copying.handleCopyInResponse = resolve));
  const stream = new Writable({
    async write(chunk, _, next) {
      await open;
      copying.connection.sendCopyFromChunk(chunk);
      if (copying.connection.stream.writableNeedDrain) copying.connection.stream.once("drain", () => next());
      else next();
    },
    async final(next) {
      await open;
      copying.connection.endCopyFrom();
      copying.done.then(() => next(), next);
    },
  });
  copying.stream = stream;
  client.query(copying);
  return { stream, rows: copying.done };
}
