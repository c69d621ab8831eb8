/**
 * The office's own file, `office.json` in the data folder: read and checked at each start.
 * On the very first start the demo office is written there, for a real office to edit.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Office } from '#domain/office/office.ts';
import { buildCalendar } from './calendar-data.ts';
import { CannotStart } from './cannot-start.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'should not be empty'));
const words = v.objectWithRest({ 'zh-CN': text }, text);
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u, 'should be 1 to 64 letters, digits, - or _'));
const telephone = v.pipe(v.string(), v.regex(/^[\d +()-]{3,30}$/u, 'should be a telephone number'));
const day = v.pipe(v.string(), v.isoDate('should be a day as YYYY-MM-DD'));
const days = v.array(day);

const officeShape = v.strictObject({
  id,
  name: words,
  telephone,
  address: words,
  hours: words,
  utcOffsetMinutes: v.pipe(v.number(), v.integer(), v.minValue(-720), v.maxValue(840)),
  closesAtMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440)),
  mode: v.picklist(['demo', 'live']),
  operator: v.strictObject({
    name: v.objectWithRest({ 'zh-CN': v.string() }, v.string()),
    filing: v.string(),
    dataContact: v.strictObject({ name: words, telephone }),
  }),
  duty: v.objectWithRest({ default: id }, id),
  doors: v.array(v.strictObject({ id, name: words, telephone, address: words })),
  buildings: v.pipe(
    v.array(
      v.strictObject({
        id,
        name: words,
        units: v.pipe(
          v.array(v.strictObject({ id, name: words })),
          v.minLength(1, 'should have at least one unit'),
        ),
      }),
    ),
    v.minLength(1, 'should have at least one building'),
  ),
  /** Only where an office counts in days of its own; else the published calendar is used. */
  calendar: v.optional(
    v.strictObject({
      source: text,
      knownYears: v.array(v.pipe(v.number(), v.integer())),
      off: days,
      moved: days,
      statutory: days,
    }),
  ),
});

/** The office, with a calendar from last year to the year after next. @throws CannotStart */
export async function readOffice(path: string, now: number): Promise<Office> {
  const shaped = v.safeParse(officeShape, await readJsonFile(path));
  if (!shaped.success)
    throw new CannotStart(
      shaped.issues.map((issue) => `${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`),
    );
  const { calendar, ...office } = shaped.output;
  const { mode, operator } = office;
  const missing = [
    operator.name['zh-CN'].trim() === '' && 'operator.name.zh-CN',
    operator.filing.trim() === '' && 'operator.filing',
  ].filter((part) => part !== false);
  if (mode === 'live' && missing.length > 0)
    throw new CannotStart(
      missing.map(
        (part) => `${path}: ${part}: a service for real residents must name its operator and filing number.`,
      ),
    );
  const year = new Date(now).getUTCFullYear();
  return { ...office, calendar: calendar ?? buildCalendar(year - 1, year + 2) };
}

/** Everybody on duty must be somebody. @throws CannotStart */
export function checkDuty(path: string, office: Office, workerIds: readonly string[]): void {
  const strangers = Object.entries(office.duty).filter(([, worker]) => !workerIds.includes(worker));
  if (strangers.length > 0)
    throw new CannotStart(
      strangers.map(([desk, worker]) => `${path}: duty.${desk}: no worker has the id "${worker}".`),
    );
}

export function officePath(dataDir: string): string {
  return join(dataDir, 'office.json');
}

/** Never over a file that is there. */
export async function writeOffice(path: string, office: object): Promise<void> {
  await writeFile(path, `${JSON.stringify(office, null, 2)}\n`, { flag: 'wx' });
}

/** @throws CannotStart, naming the file, when it cannot be read or is not JSON */
export async function readJsonFile(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CannotStart([`${path}: cannot be read (${error.code ?? error.name}).`]);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    const where =
      error instanceof Error
        ? /position \d+(?: \(line \d+ column \d+\))?/u.exec(error.message)?.[0]
        : undefined;
    throw new CannotStart([`${path}: is not JSON${where === undefined ? '' : ` at ${where}`}.`]);
  }
}
