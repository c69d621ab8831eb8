/** A relative acts by their own secret, under a link, and under nothing else. */
import { describe, expect, test } from 'vitest';
import type { Link } from '#domain/mandate/link.ts';
import {
  action,
  HELPER,
  hexId,
  link,
  mandate,
  openAction,
  OTHER_RESIDENT,
  RESIDENT,
  WORKER,
} from '#tests/support/make.ts';
import { stage } from './stage.ts';

const MINE = mandate({
  residentId: RESIDENT.id,
  helperId: HELPER.id,
  agreed: { how: 'linked', linkId: link().id },
});
const open = openAction({ by: HELPER, mandate: MINE });

async function family(over: Partial<Link> = {}) {
  const service = await stage();
  const names = { elderName: '王秀兰', helperName: '小红', relation: 'daughter' } as const;
  await service.deps.store.saveLink({ ...link(over), ...names });
  return service;
}

describe('a helper', () => {
  test('files under a living link, and sees what was filed while it lives', async () => {
    const { push, pull, deps, clock } = await family();
    expect(await push(HELPER, open)).toMatchObject([{ verdict: 'accepted' }]);
    expect(await deps.store.request('office-1', open.requestId)).toMatchObject({ residentId: RESIDENT.id });
    expect((await pull(HELPER)).events).toHaveLength(1);
    await deps.store.endLink(link().id, clock.now);
    expect((await pull(HELPER)).events).toEqual([]);
    expect((await pull(RESIDENT)).events).toHaveLength(1);
  });

  test.each([
    ['no link of that name', { id: hexId(0x99) }, 'link-missing'],
    ['another’s link', { helperId: OTHER_RESIDENT.id }, 'link-missing'],
    ['a link that has ended', { endedAt: 1 }, 'link-ended'],
    ['a link for other things', { scopes: ['see'] }, 'not-in-link'],
  ] as const)('with %s files nothing', async (_, over, reason) => {
    const { push } = await family(over);
    expect(await push(HELPER, open)).toMatchObject([{ refused: { reason } }]);
  });

  test('is one by their own secret: in another’s name the step is nobody’s', async () => {
    const { push } = await family();
    for (const who of [RESIDENT, OTHER_RESIDENT, WORKER])
      expect(await push(who, open)).toMatchObject([{ refused: { reason: 'not-yours' } }]);
    const rate = action('rate', { id: hexId(0x71), by: HELPER });
    await push(HELPER, open);
    expect(await push(HELPER, rate)).toMatchObject([{ refused: { reason: 'residents-only' } }]);
  });
});
