/**
 * `npm run load -- FILE`: files the messages of a JSON file ([{id, title, text, label, time}]) as street problems
 * and complaints through a running service, each by a resident of its own. So a queue is seen with real texts.
 *
 * For a service on this computer only: it fills the office's log, which is never emptied again.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Residents who send at the same moment. */
const AT_ONCE = 10;
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
/** Kinds of messages that are about something in the street; the others are complaints. */
const STREET = ['城乡建设', '环境保护', '交通运输'];

const hex = (bytes) => randomBytes(bytes).toString('hex');
const stop = (line) => {
  process.stderr.write(`${line}\n`);
  process.exit(1);
};

const base = new URL(process.env.URL ?? 'http://127.0.0.1:8787');
if (!LOOPBACK.includes(base.hostname)) stop(`URL should be on this computer, but is ${base.origin}.`);
const messages = readMessages(process.argv[2]);
const { office } = await get('/api/v1/office');
const { matters } = await get('/api/v1/matters');

const counts = { accepted: 0, refused: 0, again: 0 };
const reasons = {};
const tookMs = [];
const startedAt = performance.now();
const queue = [...messages];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let message = queue.shift(); message; message = queue.shift()) await file(message);
  }),
);
report((performance.now() - startedAt) / 1000);

function readMessages(path) {
  if (path === undefined) stop('Which file? npm run load -- FILE');
  try {
    const list = JSON.parse(readFileSync(path, 'utf8'));
    if (Array.isArray(list) && list.every((one) => typeof one?.text === 'string')) return list;
  } catch (error) {
    stop(`${path}: ${error.code ?? 'is not JSON'}.`);
  }
  return stop(`${path}: should be a list of messages with a text each.`);
}

async function get(path) {
  const response = await fetch(new URL(path, base)).catch(() =>
    stop(`No service answers at ${base.origin}.`),
  );
  return response.ok ? response.json() : stop(`${path} answered ${response.status}.`);
}

/** One resident, one push: the request, and what was too long for its box as additions. */
async function file(message) {
  const matter = matters.find(
    ({ id }) => id === (STREET.includes(message.label) ? 'street-problem' : 'complaint'),
  );
  const most = matter.fields.find(({ id }) => id === 'words').maxLength;
  const signs = [...[message.title, message.text].filter(Boolean).join('\n')];
  const pieces = [];
  while (signs.length > 0) pieces.push(signs.splice(0, most).join(''));

  const by = { id: hex(16), role: 'resident' };
  const device = hex(16);
  const requestId = hex(16);
  const at = Date.parse(message.time) || Date.now();
  const action = (dseq, deed) => ({
    id: hex(16),
    requestId,
    officeId: office.id,
    by,
    at,
    device,
    dseq,
    ...deed,
  });
  const [words, ...rest] = pieces;
  const open = {
    kind: 'open',
    matterId: matter.id,
    matterVersion: matter.version,
    answers: answersTo(matter, words),
  };
  const added = rest.map((more) => ({ kind: 'add', words: more, photos: [] }));
  const actions = [open, ...added].map((deed, index) => action(index + 1, deed));

  const before = performance.now();
  const response = await fetch(new URL('/api/v1/push', base), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-bangban-device': device,
      authorization: `Bearer ${by.id}.${hex(32)}`,
    },
    body: JSON.stringify({ bangban: 1, actions }),
  });
  if (!response.ok) stop(`The service answered ${response.status}.`);
  const { verdicts } = await response.json();
  tookMs.push(performance.now() - before);
  for (const { verdict, refused } of verdicts) {
    counts[verdict] += 1;
    if (refused)
      reasons[`${refused.reason} ${refused.field ?? ''}`] =
        (reasons[`${refused.reason} ${refused.field ?? ''}`] ?? 0) + 1;
  }
}

/** The message in the long box; whatever else must be answered, as somebody in a hurry would. */
function answersTo(matter, words) {
  const answers = {};
  for (const field of matter.fields) {
    const asked = !field.onlyIf || given(answers[field.onlyIf.field]) === field.onlyIf.is;
    if (field.id === 'words') answers.words = { type: 'words', words };
    else if (asked && !field.optional)
      answers[field.id] = field.unknown ? { type: 'unknown' } : anyAnswer(field);
  }
  return answers;
}

function given(answer) {
  return answer?.type === 'yes-no' ? (answer.yes ? 'yes' : 'no') : answer?.choice;
}

function anyAnswer(field) {
  const [building] = office.buildings;
  switch (field.type) {
    case 'choice':
      return { type: 'choice', choice: field.options[Math.floor(Math.random() * field.options.length)].id };
    case 'choices':
      return { type: 'choices', choices: [field.options[0].id] };
    case 'yes-no':
      return { type: 'yes-no', yes: false };
    case 'telephone':
      return { type: 'words', words: '13800138000' };
    case 'address':
      return { type: 'address', building: building.id, unit: building.units[0].id, room: '101' };
    case 'text':
    case 'long-text':
      return { type: 'words', words: '不详' };
    default:
      return stop(`This script has no answer to a question of the type ${field.type}.`);
  }
}

function report(seconds) {
  tookMs.sort((a, b) => a - b);
  const at = (share) => `${(tookMs[Math.floor((tookMs.length - 1) * share)] ?? 0).toFixed(1)} ms`;
  process.stdout.write(
    `${messages.length} messages, ${counts.accepted} actions accepted, ${counts.refused} refused, ${counts.again} to be sent again\n` +
      `${seconds.toFixed(2)} s, ${(messages.length / seconds).toFixed(0)} requests/s; a push took ${at(0.5)} (median), ${at(0.95)} (95 %)\n`,
  );
  for (const [reason, many] of Object.entries(reasons))
    process.stdout.write(`  refused: ${reason}: ${many}\n`);
  if (counts.refused + counts.again > 0) process.exitCode = 1;
}
