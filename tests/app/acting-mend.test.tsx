// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import * as outbox from '#storage/outbox.ts';
import { shownRequest } from '#storage/shown.ts';
import { HOUR, makeHall, openHall, type HallDevice } from '#tests/support/hall.tsx';
import { answers, hexId, mandate, matter, MORNING, OFFICE_ID, REQUEST_ID } from '#tests/support/make.ts';

afterEach(cleanup);
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

/** A worker filed for somebody, and the service said no. */
async function refusedFiling(): Promise<HallDevice> {
  const hall = await makeHall();
  const kept = await outbox.keep(
    hall.db,
    {
      kind: 'open',
      requestId: REQUEST_ID,
      officeId: OFFICE_ID,
      matterId: matter().id,
      matterVersion: 1,
      answers: answers(),
      mandate: mandate({
        helperId: hall.me.id,
        requestId: REQUEST_ID,
        from: MORNING,
        until: MORNING + HOUR,
        agreed: { how: 'signed', strokes: [[1, 1, 9, 9]] },
      }),
      readBack: { at: MORNING, how: 'pressed' },
      told: { name: 'office' },
    },
    { by: { id: hall.me.id, role: 'worker' }, at: MORNING, newId: idsFrom(0x9000) },
  );
  if (!kept.ok) throw new Error(kept.reason.reason);
  await outbox.refused(hall.db, kept.value.id, { reason: 'answers-incomplete', field: 'address' });
  return hall;
}

function idsFrom(start: number): () => string {
  let n = start;
  return () => hexId((n += 1));
}

test('a refused filing goes back to its form under the same mandate, and goes out once', async () => {
  const hall = await refusedFiling();
  openHall(hall, `/hall/request/${REQUEST_ID}`);
  await screen.findByText('替他交的没有交上');
  await press('改一改再交');
  await screen.findByRole('banner', { name: '正在替别人办' });
  expect(await screen.findByDisplayValue('厨房水管漏水。')).toBeTruthy();
  await press('转过去，念给本人听');
  await press('对，就这样');
  await screen.findByRole('heading', { level: 1, name: '记在这台设备上了' });
  await waitFor(async () => expect(await outbox.counts(hall.db)).toEqual({ waiting: 1, refused: 0 }));
  const [again] = await outbox.waiting(hall.db);
  expect(again?.action).toMatchObject({
    kind: 'open',
    requestId: REQUEST_ID,
    mandate: { helperId: hall.me.id },
    answers: answers(),
    told: { name: 'office' },
  });
  expect((await shownRequest(hall.db, REQUEST_ID))?.where).toBe('device');
});

test('when the mandate is over the worker is told what to do, and the words stay', async () => {
  const hall = await refusedFiling();
  hall.now = MORNING + 2 * HOUR;
  openHall(hall, `/hall/request/${REQUEST_ID}`);
  await screen.findByText(/委托不再有效。请本人再答应一次，重新办。/u);
  expect(screen.queryByRole('button', { name: '改一改再交' })).toBeNull();
  expect(screen.getByText('厨房水管漏水。')).toBeTruthy();
  expect(await outbox.counts(hall.db)).toEqual({ waiting: 0, refused: 1 });
});
