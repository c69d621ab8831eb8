// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import type { Language } from '#app/i18n.ts';
import * as outbox from '#storage/outbox.ts';
import { makeHall, officeSays, openHall, received } from '#tests/support/hall.tsx';
import { action, hexId, MORNING, OFFICE_ID } from '#tests/support/make.ts';

afterEach(cleanup);

async function busyHall(language: Language) {
  const hall = await makeHall({ language });
  const by = { id: hall.me.id, role: 'worker' } as const;
  await officeSays(hall.db, [
    received(1, { name: '王秀兰' }),
    received(2, { name: '陈福根', dueIn: -1 }),
    [action('take', { id: hexId(0x21), requestId: hexId(1), by })],
  ]);
  let ids = 0x70;
  const who = { by, at: MORNING, newId: () => hexId((ids += 1)) };
  const about = { requestId: hexId(1), officeId: OFFICE_ID };
  await outbox.keep(hall.db, { ...about, kind: 'write', words: '师傅下午到。', photos: [] }, who);
  const finish = await outbox.keep(
    hall.db,
    { ...about, kind: 'finish', result: '换好了。', photos: [] },
    who,
  );
  if (!finish.ok) throw new Error(finish.reason.reason);
  await outbox.refused(hall.db, finish.value.id, { reason: 'not-yours', who: '李敏' });
  return hall;
}

/** Colours and sizes need a real layout: the browser tests look at those. */
async function violations() {
  const found = await axe.run(document, {
    rules: { 'color-contrast': { enabled: false }, 'color-contrast-enhanced': { enabled: false } },
    resultTypes: ['violations'],
  });
  return found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

const at = (path: string, heading: RegExp) => async (language: Language) => {
  const hall = await busyHall(language);
  openHall(hall, path);
  await screen.findByRole('heading', { level: 1, name: heading });
  return hall;
};
const request = at(`/hall/request/${hexId(1)}`, /王秀兰/u);
const press = async (name: RegExp) => userEvent.click(await screen.findByRole('button', { name }));

const states: readonly (readonly [string, (language: Language) => Promise<unknown>])[] = [
  ['the queue', at('/hall', /今天有哪些事|What is there/u)],
  ['the settings', at('/hall/settings', /设置|Settings/u)],
  ['a request with a refused step', request],
  [
    'sending back with a door missing',
    async (language) => {
      await request(language);
      await press(/不归我们办|Not ours/u);
      await press(/转过去|Send it on/u);
      await screen.findByRole('alert');
    },
  ],
  [
    'the session is over',
    async (language) => {
      const hall = await request(language);
      hall.say({ at: 'signed-out' });
      await press(/重新登录|Sign in again/u);
      await screen.findByRole('heading', { level: 1, name: /请重新登录|sign in again/u });
    },
  ],
  [
    'the sign-in, with nothing written',
    async (language) => {
      openHall(await makeHall({ known: null, language }));
      await press(/^登录|^Sign in/u);
      await screen.findByRole('alert');
    },
  ],
];

test.each(
  states.flatMap(([name, open]) =>
    (['zh-CN', 'en'] as const).map((language) => [name, language, open] as const),
  ),
)(
  '%s, in %s: nothing stands in the way of a reader, and there is one main heading',
  async (_, language, open) => {
    await open(language);
    expect(await violations()).toEqual([]);
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  },
);
