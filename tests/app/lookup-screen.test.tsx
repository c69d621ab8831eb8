// @vitest-environment happy-dom
/** Looking up a request by its slip: two boxes, one answer, and "this is not right". */
import { cleanup, configure, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DepsContext } from '#app/deps.ts';
import { startWords } from '#app/i18n.ts';
import { LookupScreen } from '#app/screens/lookup/LookupScreen.tsx';
import { readYear } from '#app/screens/lookup/use-lookup.ts';
import { OBJECT_WITHIN_MS } from '#domain/request/may-object.ts';
import { LOOKUP_OBJECT_PATH, LOOKUP_PATH, type LookedUp } from '#protocol/lookup.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';
import { hexId, MORNING, OFFICE_ID, RESIDENT } from '#tests/support/make.ts';

configure({ asyncUtilTimeout: 15_000 });
beforeEach(() => startWords('zh-CN', ['first', 'rest']));
afterEach(cleanup);

const NUMBER = '02333103';
const FOUND: LookedUp = {
  number: NUMBER,
  title: { 'zh-CN': '家里修修补补', en: 'Home repair' },
  status: 'taken',
  answerable: { name: '李梅', telephone: '010-5550111' },
  due: { at: MORNING + 86_400_000, calendar: 'published' },
  done: [
    {
      about: hexId(0xa1),
      kind: 'open',
      role: 'worker',
      byName: '李梅',
      at: MORNING - 60_000,
      objectUntil: MORNING - 60_000 + OBJECT_WITHIN_MS,
    },
  ],
  stopped: false,
  awaits: false,
  now: MORNING,
};

/** A kiosk whose service says these, one after the other; `undefined` is a line that is cut. */
function kiosk(...answers: (object | undefined)[]) {
  const asked: { readonly path: string; readonly body: Record<string, unknown> }[] = [];
  let ids = 0x50;
  const deps = {
    db: freshDatabase(),
    now: () => MORNING,
    newId: () => hexId((ids += 1)),
    person: RESIDENT,
    base: '/kiosk' as const,
    officeId: OFFICE_ID,
    nudgeSync: () => undefined,
    syncNews: { current: () => ({ at: 'idle' }) as const, listen: () => () => undefined },
    call: (path: string, init?: RequestInit) => {
      asked.push({ path, body: JSON.parse(String(init?.body)) as Record<string, unknown> }); // sent as JSON
      const answer = answers.shift();
      return answer
        ? Promise.resolve(Response.json({ bangban: 1, ...answer }))
        : Promise.reject(new TypeError('no line'));
    },
  };
  render(
    <LocationProvider>
      <DepsContext.Provider value={deps}>
        <LookupScreen />
      </DepsContext.Provider>
    </LocationProvider>,
  );
  return { asked, db: deps.db };
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
async function look(number = '023 331 03', year = '1946') {
  const [first, second] = [
    await screen.findByRole('textbox', { name: '凭条上的号码' }),
    await screen.findByRole('textbox', { name: '出生年份' }),
  ];
  await userEvent.clear(first);
  await userEvent.type(first, number);
  await userEvent.clear(second);
  await userEvent.type(second, year);
  await press('查一查');
}

test('number and year show where it stands, who answers, by when, and what was done in one’s name', async () => {
  const { asked } = kiosk({ lookup: 'found', found: FOUND });
  await look();
  await screen.findByRole('heading', { level: 1, name: '家里修修补补' });
  await screen.findByText('已经有人在办');
  await screen.findByText('李梅负责，电话 010-5550111');
  await screen.findByText('李梅替您交了“家里修修补补”');
  expect(asked).toEqual([{ path: LOOKUP_PATH, body: { bangban: 1, number: NUMBER, birthYear: 1946 } }]);
});

test('a slip of the finger is caught here, and is no guess', async () => {
  const { asked } = kiosk();
  await look('02333104');
  await waitFor(() => expect(screen.getAllByText('号码有一位对不上。请照着凭条再看看。')).toHaveLength(2));
  await look(NUMBER, '46');
  await waitFor(() => expect(screen.getAllByText('请写四位的年份，像1950。')).toHaveLength(2));
  expect(asked).toEqual([]);
});

test('nothing found, too many tries and no line each say what to do, and the boxes stay filled', async () => {
  kiosk({ lookup: 'none' }, { lookup: 'slow-down', waitMs: 1_500 }, undefined);
  await look();
  await screen.findByText('没查到。请再看看号码和年份，或者问窗口。');
  await press('查一查');
  await screen.findByText('请等 2 秒，再查一次。');
  await press('查一查');
  await screen.findByText('现在没有网络，查不了。请到窗口，或打电话。');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '出生年份' }).value).toBe('1946');
});

test('"this is not right" is said once, also when the first answer was lost, and then it stands still', async () => {
  const { asked } = kiosk({ lookup: 'found', found: FOUND }, undefined, {
    lookup: 'found',
    found: { ...FOUND, stopped: true },
  });
  await look();
  await press('这不对');
  await userEvent.type(await screen.findByRole('textbox'), '我没有让人办。');
  await press('我说：这不对');
  await screen.findByText('现在没有网络，查不了。请到窗口，或打电话。');
  await press('我说：这不对');
  await screen.findByText('您说有不对的地方。主管会来问您。');
  expect(screen.queryByRole('button', { name: '这不对' })).toBeNull();
  const [first, second] = asked.slice(1);
  expect(first?.path).toBe(LOOKUP_OBJECT_PATH);
  expect(first?.body).toMatchObject({ about: hexId(0xa1), words: '我没有让人办。' });
  expect(second?.body['id']).toBe(first?.body['id']);
});

test('after seven days the way is the telephone', async () => {
  kiosk({ lookup: 'found', found: { ...FOUND, now: MORNING + OBJECT_WITHIN_MS } });
  await look();
  await screen.findByText('觉得不对，请打电话，或者到窗口来说。');
  expect(screen.queryByRole('button', { name: '这不对' })).toBeNull();
});

test('nothing of a lookup is kept on the machine', async () => {
  const { db } = kiosk({ lookup: 'found', found: FOUND });
  await look();
  await screen.findByText('已经有人在办');
  const rows = await Promise.all(db.tables.map((table) => table.toArray()));
  expect(JSON.stringify([rows, { ...localStorage }, { ...sessionStorage }])).not.toMatch(/02333103|1946/u);
});

test('a year is four digits in which somebody alive can be born', () => {
  expect(['1946', ' １９４６年', '46', '1899', '2090', ''].map((typed) => readYear(typed, MORNING))).toEqual([
    1946,
    1946,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
