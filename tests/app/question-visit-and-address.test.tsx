// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import * as drafts from '#storage/drafts.ts';
import { draftWith, makePhone, openAt, type Phone } from '#tests/support/filing.tsx';
import { office, words } from '#tests/support/make.ts';

const next = () => userEvent.click(screen.getByRole('button', { name: '下一步' }));
const entryOf = async ({ db }: Phone, id: string, field: string) =>
  (await drafts.find(db, id))?.entries[field];

async function ask(
  field: string,
  over: { readonly phone?: Phone; readonly entries?: Parameters<typeof draftWith>[1] } = {},
) {
  const phone = over.phone ?? (await makePhone());
  const id = await draftWith(phone, over.entries);
  openAt(phone, `/draft/${id}/${field}`);
  return { phone, id };
}

describe('visits', () => {
  test('are offered from tomorrow on, morning and afternoon of each day', async () => {
    const { phone, id } = await ask('slots');
    const tomorrow = await screen.findByRole('group', { name: /明天，3月5日/u });
    await userEvent.click(within(tomorrow).getByRole('checkbox', { name: '下午' }));
    await waitFor(async () =>
      expect(await entryOf(phone, id, 'slots')).toEqual({
        type: 'slots',
        slots: [{ date: '2026-03-05', part: 'afternoon' }],
      }),
    );
    expect(screen.getAllByRole('checkbox')).toHaveLength(14);
  });

  test('a day that has passed since the draft was begun is not kept', async () => {
    const slots = { type: 'slots', slots: [{ date: '2026-03-01', part: 'morning' }] } as const;
    const { phone, id } = await ask('slots', { entries: { slots } });
    const tomorrow = await screen.findByRole('group', { name: /明天/u });
    await userEvent.click(within(tomorrow).getByRole('checkbox', { name: '上午' }));
    await waitFor(async () =>
      expect(await entryOf(phone, id, 'slots')).toEqual({
        type: 'slots',
        slots: [{ date: '2026-03-05', part: 'morning' }],
      }),
    );
  });
});

describe('an address', () => {
  test('is building, then entrance, then room, and one entrance is not asked', async () => {
    const units = [
      { id: 'u1', name: words('1单元') },
      { id: 'u2', name: words('2单元') },
    ];
    const buildings = [
      { id: 'b3', name: words('3号楼'), units },
      { id: 'b4', name: words('4号楼'), units: units.slice(0, 1) },
    ];
    const phone = await makePhone({ office: office({ buildings }) });
    const { id } = await ask('address', { phone });
    await userEvent.click(await screen.findByRole('radio', { name: '3号楼' }));
    expect(screen.queryByRole('textbox')).toBeNull();
    await userEvent.click(await screen.findByRole('radio', { name: '2单元' }));
    await userEvent.type(await screen.findByRole('textbox', { name: '几号房？' }), '501室');
    await next();
    await waitFor(() => expect(window.location.pathname).toBe(`/draft/${id}/check`));

    openAt(phone, `/draft/${id}/address`);
    await userEvent.click(await screen.findByRole('radio', { name: '4号楼' }));
    expect(screen.queryByRole('radio', { name: '2单元' })).toBeNull();
    expect(screen.getByRole('textbox', { name: '几号房？' })).toHaveProperty('value', '501室');
  });

  test('can be written in words on a phone that has never had a line', async () => {
    const phone = await makePhone({ office: null });
    const { id } = await ask('address', { phone });
    await userEvent.type(await screen.findByRole('textbox', { name: '请写下您住的地方' }), '柳巷7号501');
    await next();
    await waitFor(() => expect(window.location.pathname).toBe(`/draft/${id}/check`));
  });
});
