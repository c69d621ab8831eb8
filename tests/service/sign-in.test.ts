import { describe, expect, test } from 'vitest';
import { SESSION_PATH, SIGN_IN_PATH, SIGN_OUT_PATH } from '#protocol/session.ts';
import { fitsPassword, hashPassword, newPassword } from '#service/accounts/password.ts';
import { SESSION_MS } from '#service/accounts/sessions.ts';
import { waitAfter } from '#service/accounts/slow-down.ts';
import { OFFICE_ID } from '#tests/support/make.ts';
import { stage } from './stage.ts';

const PASSWORD = 'plum-tree-2026';
/** Cheap, so that a test may mistype often. */
const HASH = hashPassword(PASSWORD, { N: 16, r: 1, p: 1 });
const LI = {
  id: 'worker-1',
  role: 'worker' as const,
  officeId: OFFICE_ID,
  name: '李梅',
  telephone: '010-5550111',
};
const WANG = {
  id: 'worker-3',
  role: 'supervisor' as const,
  officeId: OFFICE_ID,
  name: '王海燕',
  telephone: '010-5550113',
};

async function hall() {
  const service = await stage();
  const hash = await HASH;
  await service.deps.store.saveWorkers([WANG, LI].map((one) => ({ ...one, passwordHash: hash })));
  const signIn = (name: string, password: string) =>
    service.post(undefined, SIGN_IN_PATH, { name, password });
  const tell = async (name: string, password: string): Promise<unknown> =>
    (await signIn(name, password)).json();
  const cookieOf = (response: Response): string => response.headers.get('set-cookie') ?? '';
  const enter = async (): Promise<string> => cookieOf(await signIn(WANG.name, PASSWORD)).split(';')[0] ?? '';
  const session = (cookie: string) => service.ask(undefined, SESSION_PATH, { headers: { cookie } });
  const leave = (cookie: string, everywhere: boolean) =>
    service.ask(undefined, SIGN_OUT_PATH, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ bangban: 1, everywhere }),
    });
  return { ...service, signIn, tell, cookieOf, enter, session, leave };
}

describe('signing in', () => {
  test('a worker comes in and is known by a cookie that scripts cannot read', async () => {
    const { signIn, cookieOf, session } = await hall();
    const response = await signIn(` ${WANG.name} `, PASSWORD);
    expect(await response.json()).toEqual({ bangban: 1, signIn: 'in', worker: WANG });
    const cookie = cookieOf(response);
    expect(cookie).toMatch(/^bangban=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/u);
    expect(await (await session(cookie.split(';')[0] ?? '')).json()).toEqual({ bangban: 1, worker: WANG });
  });

  test('behind https the cookie never travels without it', async () => {
    const { ask } = await hall();
    const response = await ask(undefined, SIGN_IN_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https' },
      body: JSON.stringify({ bangban: 1, name: WANG.name, password: PASSWORD }),
    });
    expect(response.headers.get('set-cookie')).toContain('Secure');
  });

  test('an unknown name is answered like a wrong password', async () => {
    const { tell } = await hall();
    const wrong = { bangban: 1, signIn: 'wrong' };
    expect(await tell(WANG.name, 'plum')).toEqual(wrong);
    expect(await tell('没有这个人', PASSWORD)).toEqual(wrong);
    expect(await tell(LI.name, '')).toEqual(wrong);
  });

  test('a cookie that was made up is nobody’s', async () => {
    const { session } = await hall();
    expect((await session(`bangban=${'A'.repeat(43)}`)).status).toBe(401);
    expect((await session('')).status).toBe(401);
  });
});

describe('mistyping', () => {
  test('two mistakes cost nothing; then it takes a little longer each time, a minute at most', () => {
    expect([1, 2, 3, 4, 5, 8, 9, 100].map(waitAfter)).toEqual([
      0, 0, 1_000, 2_000, 4_000, 32_000, 60_000, 60_000,
    ]);
  });

  test('one who mistyped waits, is told how long, and then comes in', async () => {
    const { tell, clock } = await hall();
    for (const _ of [1, 2, 3]) expect(await tell(WANG.name, 'x')).toMatchObject({ signIn: 'wrong' });
    expect(await tell(WANG.name, PASSWORD)).toEqual({ bangban: 1, signIn: 'slow-down', waitMs: 1_000 });
    clock.now += 999;
    expect(await tell(WANG.name, PASSWORD)).toEqual({ bangban: 1, signIn: 'slow-down', waitMs: 1 });
    clock.now += 1;
    expect(await tell(WANG.name, PASSWORD)).toMatchObject({ signIn: 'in' });
    expect(await tell(WANG.name, 'x')).toMatchObject({ signIn: 'wrong' });
    expect(await tell(WANG.name, PASSWORD)).toMatchObject({ signIn: 'in' });
  });

  test('nobody is ever locked out', async () => {
    const { tell, clock } = await hall();
    for (let n = 0; n < 20; n += 1) {
      await tell(WANG.name, 'x');
      clock.now += 60_000;
    }
    expect(await tell(WANG.name, PASSWORD)).toMatchObject({ signIn: 'in' });
  });

  test('many guesses at the same moment are counted one by one', async () => {
    const { tell } = await hall();
    const told = await Promise.all(Array.from({ length: 20 }, () => tell(WANG.name, 'x')));
    expect(told.filter((one) => JSON.stringify(one).includes('wrong'))).toHaveLength(3);
  });

  test('one worker’s mistakes slow no other down', async () => {
    const { tell } = await hall();
    for (const _ of [1, 2, 3, 4]) await tell(LI.name, 'x');
    expect(await tell(WANG.name, PASSWORD)).toMatchObject({ signIn: 'in' });
  });
});

describe('a session', () => {
  test('ends after twelve hours', async () => {
    const { enter, session, clock } = await hall();
    const cookie = await enter();
    clock.now += SESSION_MS - 1;
    expect((await session(cookie)).status).toBe(200);
    clock.now += 1;
    expect((await session(cookie)).status).toBe(401);
  });

  test('is ended on this device, or everywhere', async () => {
    const { enter, session, leave } = await hall();
    const [desk, phone, tablet] = [await enter(), await enter(), await enter()];
    const left = await leave(desk, false);
    expect(left.headers.get('set-cookie')).toMatch(/^bangban=; Max-Age=0/u);
    expect([(await session(desk)).status, (await session(phone)).status]).toEqual([401, 200]);
    await leave(phone, true);
    expect([(await session(phone)).status, (await session(tablet)).status]).toEqual([401, 401]);
  });

  test('that has ended stops a push before anything of it is read', async () => {
    const { enter, leave, ask, deps } = await hall();
    const cookie = await enter();
    await leave(cookie, false);
    const init = {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{"bangban":1,"actions":[]}',
    };
    expect((await ask(undefined, '/api/v1/push', init)).status).toBe(401);
    expect((await deps.store.head(OFFICE_ID)).seq).toBe(0);
  });
});

describe('a password', () => {
  test('is kept only as a hash with its own salt, and fits whatever way its signs are written', async () => {
    const cost = { N: 16, r: 1, p: 1 };
    const [one, two] = [await hashPassword('ｐlum', cost), await hashPassword('plum', cost)];
    expect(one).not.toBe(two);
    expect(one).not.toContain('plum');
    expect(await fitsPassword('plum', one)).toBe(true);
    expect(await fitsPassword('plun', one)).toBe(false);
    expect(await fitsPassword('plum', undefined)).toBe(false);
  });

  test('that is made here has no signs that look alike, and never comes twice', () => {
    const made = Array.from({ length: 200 }, newPassword);
    for (const password of made)
      expect(password).toMatch(/^([a-hj-km-np-z2-9]{4}-){2}[a-hj-km-np-z2-9]{4}$/u);
    expect(new Set(made).size).toBe(200);
  });
});
