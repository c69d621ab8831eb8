/**
 * The tables of the SQLite store, as steps in order. A released step is never edited; the next goes below it.
 * `user_version` counts the steps that a database has taken.
 */
import { chainOldLines } from './chain-old-lines.ts';
import type { Connection } from './sqlite-database.ts';

/** SQL, and what SQL alone cannot do. All steps that are due are taken together or not at all. */
export type Step = string | ((on: Connection) => void);

export const MIGRATIONS: readonly Step[] = [
  `
  -- The counter row: locked while an office's log grows.
  CREATE TABLE office (id TEXT PRIMARY KEY, head INTEGER NOT NULL, h TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE event (
    office_id TEXT NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL, resident_id TEXT NOT NULL,
    h TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (office_id, seq), UNIQUE (office_id, id)
  );
  CREATE INDEX event_of_resident ON event (office_id, resident_id, seq);
  CREATE TABLE refusal (
    office_id TEXT NOT NULL, id TEXT NOT NULL, refused TEXT NOT NULL, PRIMARY KEY (office_id, id)
  ) WITHOUT ROWID;
  CREATE TABLE request (office_id TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (office_id, id));
  CREATE TABLE matter (id TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id, version));
  CREATE TABLE resident (id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE worker (
    id TEXT PRIMARY KEY, office_id TEXT NOT NULL, name TEXT NOT NULL UNIQUE, telephone TEXT NOT NULL,
    password_hash TEXT NOT NULL
  );
  CREATE TABLE session (
    token_hash TEXT PRIMARY KEY, worker_id TEXT NOT NULL, expires_at INTEGER NOT NULL, ended_at INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX session_of_worker ON session (worker_id);
  CREATE TABLE tries (key TEXT PRIMARY KEY, failures INTEGER NOT NULL, next_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE file (
    id TEXT PRIMARY KEY, office_id TEXT NOT NULL, request_id TEXT NOT NULL, owner_id TEXT NOT NULL,
    sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, mime TEXT NOT NULL, state TEXT NOT NULL
  );
  `,
  `
  -- Each request's own chain: rh of every line, and in \`trail\` how many lines there are and the last one's rh.
  ALTER TABLE event ADD COLUMN request_id TEXT NOT NULL DEFAULT '';
  ALTER TABLE event ADD COLUMN rh TEXT NOT NULL DEFAULT '';
  CREATE TABLE trail (
    office_id TEXT NOT NULL, request_id TEXT NOT NULL, lines INTEGER NOT NULL, rh TEXT NOT NULL,
    PRIMARY KEY (office_id, request_id)
  ) WITHOUT ROWID;
  CREATE INDEX event_of_request ON event (office_id, request_id, seq);
  `,
  chainOldLines,
];
