/**
 * `npm run audit`: what it looks at, what it says, and how it ends. Only reads, also while the service runs.
 * Says ids, kinds, times and roles; never a person's words, nor anything else that a changed line may hold.
 */
import { join } from 'node:path';
import { KINDS, type Event } from '#domain/request/action.ts';
import { readNumber } from '#domain/request/number.ts';
import { auditOffice, auditTrail, type Finding, type Why } from './audit-trail.ts';
import { CannotStart } from './cannot-start.ts';
import { officePath, readOffice } from './office-file.ts';
import { openForAudit, type AuditReader, type RequestKey } from './store/sqlite-audit.ts';
import { StoreTrouble, type Trail } from './store/store.ts';

/** As the process ends: all is sound; something is broken; nothing could be looked at. */
export type AuditEnd = 0 | 1 | 2;
type Say = (text: string) => void;

const USAGE =
  'Usage: npm run audit -- REQUEST (its id, or its number as it is read out), or: npm run audit -- --all';
const BECAUSE: Readonly<Record<Why, string>> = {
  changed: 'it is not as it was written',
  missing: 'a line that stood here is gone',
  'out-of-order': 'it stands in another line’s place',
  inserted: 'it was put in and does not belong here',
  'cut-short': 'the trail should go on here',
};
const TROUBLE: Readonly<Record<string, string>> = {
  'no-database': 'there is no database',
  'older-database': 'the database is of an older version; start the service once',
  'newer-database': 'the database is of a newer version than this audit',
};

export async function runAudit(asked: readonly string[], dataDir: string, say: Say): Promise<AuditEnd> {
  const [what] = asked;
  if (what === undefined || asked.length > 1) return cannot(say, USAGE);
  const path = join(dataDir, 'bangban.sqlite');
  try {
    const offset = await minutesAhead(dataDir, say);
    const reader = openForAudit(path);
    try {
      return what === '--all' ? auditAll(reader, say) : auditOne(reader, what, offset, say);
    } finally {
      reader.close();
    }
  } catch (error) {
    if (error instanceof StoreTrouble) return cannot(say, `${path}: ${TROUBLE[error.code] ?? error.code}.`);
    throw error;
  }
}

function auditOne(reader: AuditReader, what: string, offset: number, say: Say): AuditEnd {
  const number = readNumber(what);
  const key = reader.byId(what) ?? (number === undefined ? undefined : reader.byNumber(number));
  if (!key) return cannot(say, 'No request has this id or number.');
  const trail = reader.trail(key);
  const finding = auditTrail(trail.lines, trail.head);
  tellLines(trail, finding, offset, say);
  say(`request ${nameOf(key)}: ${verdict(finding)}`);
  return finding.sound ? 0 : 1;
}

/** Every request of its own, and the chain that goes through the whole office. Only what is broken has a line. */
function auditAll(reader: AuditReader, say: Say): AuditEnd {
  const requests = reader.requests();
  let broken = 0;
  for (const key of requests) {
    const { lines, head } = reader.trail(key);
    const finding = auditTrail(lines, head);
    if (finding.sound) continue;
    broken += 1;
    say(`request ${nameOf(key)}: ${verdict(finding)}`);
  }
  const offices = reader.offices().map((officeId) => {
    const finding = auditOffice(reader.officeLines(officeId), reader.officeHead(officeId));
    say(`office ${plain(officeId)}: ${verdict(finding)}`);
    return finding.sound;
  });
  say(`${requests.length} requests: ${requests.length - broken} sound, ${broken} broken`);
  return broken === 0 && !offices.includes(false) ? 0 : 1;
}

function tellLines({ lines }: Trail, finding: Finding, offset: number, say: Say): void {
  const end = finding.sound ? Infinity : finding.at - 1;
  const isGone = !finding.sound && (finding.why === 'missing' || finding.why === 'cut-short');
  const gap = (n: number): void => {
    if (isGone && n === end) say('   –  a line is not here');
  };
  for (const [n, { seq, event }] of lines.entries()) {
    gap(n);
    const judged = n < end ? 'ok' : n === end && !finding.sound && !isGone ? finding.why : 'not judged';
    say([String(seq).padStart(6), ...facts(event, offset), judged].join('  '));
  }
  gap(lines.length);
}

/** Received when (the office's clock), what, by whom. */
function facts(event: Event | undefined, offset: number): readonly string[] {
  const at = new Date(Number(event?.stamp.receivedAt) + offset * 60_000);
  const time = Number.isNaN(at.getTime()) ? '?' : at.toISOString().slice(0, 16).replace('T', ' ');
  const kind = KINDS.find((known) => known === event?.action.kind) ?? '?';
  return [time.padEnd(16), kind.padEnd(9), plain(event?.action.by?.role).padEnd(8)];
}

function verdict(finding: Finding): string {
  if (finding.sound) return `SOUND, ${finding.lines} ${finding.lines === 1 ? 'line' : 'lines'}`;
  const { at, seq, why } = finding;
  return `BROKEN at line ${at} (seq ${seq}), ${why}: ${BECAUSE[why]}`;
}

const nameOf = ({ requestId }: RequestKey): string => plain(requestId);

/** An id or a role, if it has the shape of one. */
function plain(text: unknown): string {
  return typeof text === 'string' && /^[\w-]{1,64}$/u.test(text) ? text : '?';
}

/** The office's clock; Greenwich's where the office's file does not say. */
async function minutesAhead(dataDir: string, say: Say): Promise<number> {
  try {
    return (await readOffice(officePath(dataDir), 0)).utcOffsetMinutes;
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    say('The office’s file cannot be read: times are UTC.');
    return 0;
  }
}

function cannot(say: Say, why: string): AuditEnd {
  say(why);
  return 2;
}
