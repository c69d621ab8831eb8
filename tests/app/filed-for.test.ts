import { expect, test } from 'vitest';
import { sayTrail } from '#app/request-words.ts';
import type { Person } from '#domain/request/action.ts';
import { apply } from '#domain/request/apply.ts';
import { COLLEAGUE, mandate, MORNING, openFor, stamp, WORKER } from '#tests/support/make.ts';

const OWNER: Person = { id: mandate().residentId, role: 'resident' };
const filed = apply(undefined, openFor(), stamp('open', { byName: '李敏' }));
const said = (reader: Person): string => {
  const line = filed?.trail[0];
  if (!filed || !line) throw new Error('nothing was filed');
  const t = (key: string, gaps?: object) => `${key} ${JSON.stringify(gaps)}`;
  return sayTrail(line, filed, { t, language: 'zh-CN', now: MORNING, reader }).text;
};

test.each([
  ['the resident', OWNER, 'request:worker.open_yours {"name":"李敏"}'],
  ['a colleague', COLLEAGUE, 'request:worker.open_for {"name":"李敏","resident":"王秀兰"}'],
  ['the worker', WORKER, 'request:you.open_for {"resident":"王秀兰"}'],
])('%s reads who filed it, and for whom', (_, reader, words) => {
  expect(said(reader)).toBe(words);
});
