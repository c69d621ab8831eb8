/** What a start finds in its folders: nothing yet, something broken, something of yesterday. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { CannotStart } from '#service/cannot-start.ts';
import { openService } from '#service/open-service.ts';
import { readSettings, type Settings } from '#service/settings.ts';
import { MORNING } from '#tests/support/make.ts';

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'bangban-start-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

const SETTINGS = { port: 0, host: '127.0.0.1', mattersDir: 'src/matters', appDir: undefined };

function place(over: Partial<Settings> = {}): Settings {
  return {
    port: 0,
    host: '127.0.0.1',
    dataDir: join(folder(), 'data'),
    mattersDir: 'src/matters',
    appDir: undefined,
    ...over,
  };
}

async function open(settings: Settings) {
  const service = await openService(
    settings,
    () => undefined,
    () => MORNING,
  );
  let closed = false;
  const close = async (): Promise<void> => {
    if (!closed) await service.close();
    closed = true;
  };
  onTestFinished(close);
  return { ...service, close, ask: async (path: string) => service.fetch(new Request(`http://here${path}`)) };
}

/** A place that was started once: passwords are slow to make, so it is made once and copied. */
const original = mkdtempSync(join(tmpdir(), 'bangban-first-'));
const firstStart = openService(
  { ...SETTINGS, dataDir: original },
  () => undefined,
  () => MORNING,
).then(async (service) => {
  await service.close();
  return service;
});
afterAll(() => rmSync(original, { recursive: true }));

async function usedPlace(): Promise<Settings> {
  await firstStart;
  const settings = place();
  cpSync(original, settings.dataDir, { recursive: true });
  return settings;
}

const whyNot = (settings: Settings): Promise<string> =>
  open(settings).then(
    () => 'it started',
    (error: unknown) => (error instanceof CannotStart ? error.message : `a bug: ${String(error)}`),
  );

/** A copy of the demo office's file, changed. */
function officeOf(settings: Settings, change: (office: Record<string, unknown>) => void): string {
  const path = join(settings.dataDir, 'office.json');
  const office = JSON.parse(readFileSync('src/service/seed/demo-office.json', 'utf8')) as Record<
    string,
    unknown
  >; // our own file
  change(office);
  mkdirSync(settings.dataDir, { recursive: true });
  writeFileSync(path, JSON.stringify(office));
  return path;
}

describe('the very first start', () => {
  test('makes a demo office with workers, a supervisor and an administrator, and tells their passwords once', async () => {
    const first = await firstStart;
    expect(first.demoSignIns.map(({ name }) => name)).toEqual(['李敏', '陈刚', '王海燕', '周建国']);
    expect(first.office).toMatchObject({
      id: 'guihua',
      mode: 'demo',
      calendar: { knownYears: expect.arrayContaining([2026]) },
    });
    expect(first.office.doors.length).toBeGreaterThanOrEqual(4);
    const bytes = readFileSync(join(original, 'bangban.sqlite')).toString('latin1');
    for (const { password } of first.demoSignIns) expect(bytes).not.toContain(password);

    const second = await open(await usedPlace());
    expect(second.demoSignIns).toEqual([]);
    const { matters } = (await (await second.ask('/api/v1/matters')).json()) as { matters: unknown[] }; // the reply's shape
    expect(matters.length).toBeGreaterThanOrEqual(10);
  });

  test('makes a key that only the service’s own user can read, and keeps it', async () => {
    const settings = await usedPlace();
    const path = join(settings.dataDir, 'office-key.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const { publicKey } = JSON.parse(readFileSync(path, 'utf8')) as { publicKey: string }; // the service's own file
    const { ask } = await open(settings);
    const told = await (await ask('/api/v1/office')).text();
    expect(JSON.parse(told)).toMatchObject({ office: { publicKey } });
    expect(told).not.toContain('privateJwk');
    expect((await ask('/api/v1/office-key')).status).toBe(401);
  });

  test('does not start with a key that is none, rather than make another in its place', async () => {
    const settings = await usedPlace();
    writeFileSync(join(settings.dataDir, 'office-key.json'), '{}');
    expect(await whyNot(settings)).toContain('office-key.json: is not an office key');
  });

  test('leaves an office file that is there as it is, and what is edited in it holds', async () => {
    const settings = await usedPlace();
    officeOf(settings, (office) => (office['telephone'] = '010-1234'));
    expect((await open(settings)).office.telephone).toBe('010-1234');
  });

  test('puts every desk of the catalogue in somebody’s hands', async () => {
    const { office, ask } = await open(await usedPlace());
    const { matters } = (await (await ask('/api/v1/matters')).json()) as { matters: { desk: string }[] }; // the reply's shape
    expect(matters.map(({ desk }) => desk).filter((desk) => office.duty[desk] === undefined)).toEqual([]);
  });
});

describe('an office file', () => {
  test.each([
    [
      'a name without Chinese',
      (office: Record<string, unknown>) => (office['name'] = { en: 'x' }),
      'name.zh-CN',
    ],
    [
      'a building without units',
      (office: Record<string, unknown>) =>
        (office['buildings'] = [{ id: 'b', name: { 'zh-CN': '楼' }, units: [] }]),
      'buildings.0.units',
    ],
    ['a word that is not known', (office: Record<string, unknown>) => (office['colour'] = 'red'), 'colour'],
    [
      'nobody on a desk',
      (office: Record<string, unknown>) => (office['duty'] = { default: 'nobody' }),
      'duty.default',
    ],
  ])('with %s is named, with the place', async (_, change, at) => {
    const settings = await usedPlace();
    const path = officeOf(settings, change);
    const why = await whyNot(settings);
    expect(why.split('\n')).toHaveLength(1);
    expect(why).toContain(`${path}: ${at}: `);
  });

  test('that is not JSON is named', async () => {
    const settings = place();
    writeFileSync(
      officeOf(settings, () => undefined),
      '{"id": "guihua",',
    );
    expect(await whyNot(settings)).toContain('office.json: is not JSON');
  });

  test('for real residents without operator or filing number does not start', async () => {
    const settings = place();
    officeOf(settings, (office) => {
      office['mode'] = 'live';
      office['operator'] = {
        name: { 'zh-CN': '' },
        filing: ' ',
        dataContact: { name: { 'zh-CN': '李敏' }, telephone: '010-1' },
      };
    });
    const why = await whyNot(settings);
    expect(why).toContain('operator.name.zh-CN: ');
    expect(why).toContain('operator.filing: ');
  });
});

describe('the catalogue', () => {
  function mattersWith(change: (matter: Record<string, unknown>) => void): string {
    const dir = join(folder(), 'matters');
    mkdirSync(dir);
    cpSync('src/matters/catalogue', join(dir, 'catalogue'), { recursive: true });
    cpSync('src/matters/blocks.json', join(dir, 'blocks.json'));
    const path = join(dir, 'catalogue', 'meals.json');
    const matter = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>; // our own file
    change(matter);
    writeFileSync(path, JSON.stringify(matter));
    return dir;
  }

  test('with a wrong type names file and place, and starts nothing', async () => {
    const mattersDir = mattersWith((matter) => (matter['minutes'] = 'three'));
    expect(await whyNot(place({ mattersDir }))).toMatch(/meals\.json: minutes: /u);
  });

  test('of a real office may not change under the same version', async () => {
    const settings = await usedPlace();
    officeOf(settings, (office) => (office['mode'] = 'live'));
    const mattersDir = mattersWith((matter) => (matter['minutes'] = 29));
    expect(await whyNot({ ...settings, mattersDir })).toBe(
      'meals: changed, but still has version 1: count the version up.',
    );
  });

  test('keeps a version that is no longer in the files for the requests that began with it', async () => {
    const settings = await usedPlace();
    const mattersDir = mattersWith((matter) => (matter['version'] = 2));
    const { ask } = await open({ ...settings, mattersDir });
    expect((await ask('/api/v1/matters/meals/1')).status).toBe(200);
    expect((await ask('/api/v1/matters/meals/2')).status).toBe(200);
  });
});

test.each([
  [{ PORT: '99999' }, 'PORT'],
  [{ PORT: '80a' }, 'PORT'],
  [{ PORT: '' }, 'PORT'],
  [{ HOST: 'a b' }, 'HOST'],
  [{ DATA_DIR: ' ' }, 'DATA_DIR'],
])('a setting like %o gets one line that names it', (env, name) => {
  const read = readSettings(env);
  expect(read).toMatchObject({
    ok: false,
    reason: expect.stringMatching(new RegExp(`^${name} should [^\\n]+$`, 'u')),
  });
});

test('without settings it listens on this computer only, on 8787, and keeps its things in data', () => {
  expect(readSettings({})).toMatchObject({
    ok: true,
    value: { port: 8787, host: '127.0.0.1', dataDir: 'data' },
  });
});
