import { describe, expect, test } from 'vitest';
import type { NamedLink } from '#domain/mandate/link.ts';
import type { Mandate } from '#domain/mandate/mandate.ts';
import { applyPage, cursor } from '#storage/facts.ts';
import { keepCalled, keepLinks } from '#storage/keep-links.ts';
import { helpedBy } from '#storage/links.ts';
import { keep, refused } from '#storage/outbox.ts';
import { shownRequests } from '#storage/shown.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';
import { answers, event, hexId, mandate, MORNING, OFFICE_ID, openAction } from '#tests/support/make.ts';

const ME = 'daughter';
const HELPER = { id: ME, role: 'helper' } as const;
const LINK: NamedLink = {
  id: hexId(0x11),
  elderId: 'mother',
  helperId: ME,
  elderName: '王秀兰',
  helperName: '小芳',
  relation: 'daughter',
  scopes: ['see', 'file-services'],
  from: MORNING - 1,
  until: MORNING + 86_400_000,
};
const ENDED = { ...LINK, endedAt: MORNING + 1 };
const HERS = openAction({ id: hexId(1), requestId: hexId(0xa1), by: { id: 'mother', role: 'resident' } });
const MINE = openAction({ id: hexId(2), requestId: hexId(0xa2), by: { id: ME, role: 'resident' } });

/** The daughter's phone, which has seen a request of each. */
async function phone() {
  const db = freshDatabase();
  await keepLinks(db, ME, [LINK], MORNING);
  const events = [event(HERS, { seq: 1 }), event(MINE, { seq: 2 })];
  await applyPage(db, { after: 0, next: 2, h: 'h2', more: false, events });
  return db;
}
const owners = async (db: Awaited<ReturnType<typeof phone>>) =>
  (await shownRequests(db)).map(({ request }) => request.residentId).sort();

/** What she files for her mother. */
function filing(requestId: string): Mandate {
  return mandate({
    residentId: 'mother',
    helperId: ME,
    requestId,
    until: MORNING + 86_400_000,
    agreed: { how: 'linked', linkId: LINK.id },
  });
}

describe('a phone that helps', () => {
  test('knows whom it helps, by the helper’s own word for them', async () => {
    const db = await phone();
    await keepCalled(db, LINK.id, '妈妈');
    await keepLinks(db, ME, [LINK], MORNING);
    expect(await helpedBy(db, ME, MORNING)).toMatchObject([
      { called: '妈妈', link: { elderName: '王秀兰' } },
    ]);
    expect(await helpedBy(db, ME, LINK.until + 1)).toEqual([]);
    expect(await helpedBy(db, 'mother', MORNING)).toEqual([]);
  });

  test('reads the log once more for a new link, and only then', async () => {
    const db = await phone();
    expect((await cursor(db)).seq).toBe(2);
    await keepLinks(db, ME, [LINK], MORNING);
    expect((await cursor(db)).seq).toBe(2);
    await keepLinks(db, ME, [{ ...LINK, id: hexId(0x12), elderId: 'father' }, LINK], MORNING);
    expect((await cursor(db)).seq).toBe(0);
    expect(await owners(db)).toEqual([ME, 'mother']); // nothing blinks meanwhile
  });

  test('lets go of what it had of somebody whose link has ended, and keeps its own', async () => {
    const db = await phone();
    await keepLinks(db, ME, [ENDED], MORNING + 2);
    expect(await owners(db)).toEqual([ME]);
    expect(JSON.stringify([await db.events.toArray(), await db.requests.toArray()])).not.toContain('mother');
  });

  test('lets go of nothing while another link to the same person holds', async () => {
    const db = await phone();
    await keepLinks(db, ME, [{ ...LINK, id: hexId(0x13) }, ENDED], MORNING + 2);
    expect(await owners(db)).toEqual([ME, 'mother']);
  });

  test('keeps words that never got through until somebody has read why', async () => {
    const db = await phone();
    const requestId = hexId(0xa3);
    const kept = await keep(
      db,
      {
        kind: 'open',
        requestId,
        officeId: OFFICE_ID,
        matterId: 'home-repair',
        matterVersion: 1,
        answers: answers(),
        mandate: filing(requestId),
      },
      { by: HELPER, at: MORNING, newId: () => hexId(0x77) },
    );
    expect(kept.ok).toBe(true);
    await refused(db, hexId(0x77), { reason: 'link-ended' });
    await keepLinks(db, ME, [ENDED], MORNING + 2);
    const shown = await shownRequests(db);
    expect(shown.find(({ request }) => request.id === requestId)).toMatchObject({
      refused: [{ refused: { reason: 'link-ended' } }],
    });
    expect(shown).toHaveLength(2);
    // Read and put aside: then nothing of the mother is left.
    await db.outbox.clear();
    await keepLinks(db, ME, [ENDED], MORNING + 3);
    expect(await owners(db)).toEqual([ME]);
  });
});
