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
  `
  -- A draft's lines are for its owner and its readers. \`since\`: the log's head when somebody became one;
  -- \`until\`: the last line for them, when they were shut out again.
  ALTER TABLE event ADD COLUMN for_readers INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE reader (
    office_id TEXT NOT NULL, person_id TEXT NOT NULL, request_id TEXT NOT NULL, since INTEGER NOT NULL,
    until INTEGER, PRIMARY KEY (office_id, person_id, request_id)
  ) WITHOUT ROWID;
  CREATE INDEX reader_of_request ON reader (office_id, request_id);
  CREATE INDEX reader_since ON reader (office_id, person_id, since);
  CREATE TABLE hand_over (
    office_id TEXT NOT NULL, code_hash TEXT NOT NULL, request_id TEXT NOT NULL, until INTEGER NOT NULL,
    reserved_by TEXT, PRIMARY KEY (office_id, code_hash)
  ) WITHOUT ROWID;
  ALTER TABLE worker ADD COLUMN role TEXT NOT NULL DEFAULT 'worker';
  CREATE TABLE link (
    id TEXT PRIMARY KEY, elder_id TEXT NOT NULL, helper_id TEXT NOT NULL, code_hash TEXT UNIQUE, body TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX link_of_elder ON link (elder_id);
  CREATE INDEX link_of_helper ON link (helper_id);
  `,
];
