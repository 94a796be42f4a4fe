// Settings of the embedded PostgreSQL: modest enough for a small machine, fast enough for a region.
import os from "node:os";

const megabyte = 1024 * 1024;

/** @param durable false for tests: nothing need survive a power cut @returns lines of a configuration file */
export function postgresSettings({ port, durable }) {
  const memory = Math.floor(os.totalmem() / megabyte);
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "", // a socket's path is limited to 107 characters; loopback has no such trap
    max_connections: 100,
    shared_buffers: `${Math.max(64, Math.min(256, Math.floor(memory / 8)))}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memory / 2))}MB`,
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    random_page_cost: 1.1, // solid state
    jit: "off", // compiling costs more than our queries
    max_wal_size: "2GB",
    checkpoint_timeout: "15min",
    wal_compression: "on",
    timezone: "UTC",
    log_timezone: "UTC",
    log_line_prefix: "%m [%p] ",
    log_checkpoints: "off",
    log_min_messages: "warning",
    log_min_duration_statement: "1s",
    ...(durable
      ? { shared_preload_libraries: "pg_stat_statements" } // CREATE EXTENSION pg_stat_statements; when somebody wants to look
      : {
          fsync: "off",
          synchronous_commit: "off",
          full_page_writes: "off",
          wal_level: "minimal",
          max_wal_senders: 0,
          log_min_duration_statement: -1,
          log_min_messages: "fatal", // tests provoke errors on purpose
        }),
  };
  return Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`).join("");
}
