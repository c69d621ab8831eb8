// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { LocationProvider, Route, Router } from 'preact-iso';
import { expect, test } from 'vitest';
import { DepsContext } from '#app/deps.ts';
import { CheckScreen } from '#app/screens/check/CheckScreen.tsx';
import { OfferScreen } from '#app/screens/family/OfferScreen.tsx';
import { ElderMatterScreen } from '#app/screens/helping/ElderMatterScreen.tsx';
import { isBenefit, makeForElder, mayBegin, namedIn } from '#app/screens/helping/for-elder.ts';
import { QuestionScreen } from '#app/screens/question/QuestionScreen.tsx';
import type { NamedLink } from '#domain/mandate/link.ts';
import * as drafts from '#storage/drafts.ts';
import { keepLinks } from '#storage/keep-links.ts';
import { remember, remembered } from '#storage/remembered.ts';
import { makePhone, WHOLE, type Phone } from '#tests/support/filing.tsx';
import { hexId, matter, MORNING, RESIDENT } from '#tests/support/make.ts';

const DAY_MS = 86_400_000;
const LINK: NamedLink = {
  id: hexId(0x11),
  elderId: 'mother',
  helperId: RESIDENT.id,
  elderName: '王秀兰',
  helperName: '小芳',
  relation: 'daughter',
  scopes: ['file-services'],
  from: MORNING - 1,
  until: MORNING + 30 * DAY_MS,
};
const MATTER = matter({ version: 9 });
const BENEFIT = matter({
  id: 'allowance',
  fields: MATTER.fields.map((field) => (field.id === 'name' ? { ...field, sensitive: 'identity' } : field)),
});

function openAt({ deps }: Phone, path: string) {
  cleanup();
  window.history.replaceState(null, '', path);
  render(
    <DepsContext.Provider value={deps}>
      <LocationProvider>
        <Router>
          <Route path="/family/new" component={OfferScreen} />
          <Route path="/helping/:link/matter/:id" component={ElderMatterScreen} />
          <Route path="/draft/:id/check" component={CheckScreen} />
          <Route path="/draft/:id/:place" component={QuestionScreen} />
          <Route path="/sent/:id" component={() => <h1>送了</h1>} />
        </Router>
      </LocationProvider>
    </DepsContext.Provider>,
  );
}

/** A daughter's phone that remembers her own answers, and a whole draft for her mother. */
async function helping(link = LINK) {
  const phone = await makePhone({ matters: [MATTER] });
  await remember(phone.db, MATTER, { name: { type: 'typed', typed: '陈小芳' } });
  await keepLinks(phone.db, RESIDENT.id, [link], MORNING);
  const id = phone.deps.newId();
  const forElder = makeForElder({
    link,
    called: '妈妈',
    mandateId: hexId(0x3c),
    requestId: id,
    matter: MATTER,
    reason: '本人托我办',
    now: MORNING,
  });
  await drafts.begin(phone.db, { id, matter: MATTER, at: MORNING, forElder });
  return { phone, id, forElder };
}
const fill = async ({ db }: Phone, id: string) => {
  for (const [field, entry] of Object.entries(WHOLE)) await drafts.keepEntry(db, id, field, entry, MORNING);
};

test('nothing is ticked for the one who asks for help, and what is missing is said at once', async () => {
  openAt(await makePhone(), '/family/new');
  await screen.findByRole('heading', { level: 1, name: '请一位亲友帮我' });
  const boxes = [...screen.getAllByRole('radio'), ...screen.getAllByRole('checkbox')];
  expect(boxes.filter((box) => (box as HTMLInputElement).checked)).toEqual([]); // they are inputs
  await userEvent.click(screen.getByRole('button', { name: '给我一个码' }));
  for (const missing of ['请选一项：请谁帮您', '请至少选一样：让对方做什么', '请选一项：帮到什么时候'])
    expect((await screen.findAllByText(missing)).length).toBeGreaterThan(0);
});

test('a mandate is for seven days at most, never longer than the link, and names what it may ask', () => {
  const making = {
    link: LINK,
    called: '',
    mandateId: 'm',
    requestId: 'r',
    matter: MATTER,
    reason: 'r',
    now: MORNING,
  };
  expect(makeForElder(making).mandate.until).toBe(MORNING + 7 * DAY_MS);
  const short = { ...LINK, until: MORNING + DAY_MS };
  expect(makeForElder({ ...making, link: short }).mandate.until).toBe(short.until);
  expect([isBenefit(MATTER), isBenefit(BENEFIT)]).toEqual([false, true]);
  expect([mayBegin(BENEFIT, ['file-services']), mayBegin(BENEFIT, ['file-benefits'])]).toEqual([false, true]);
  expect(namedIn(BENEFIT, ['file-services'])).toEqual([]);
  expect(namedIn(BENEFIT, ['file-benefits']).map(({ id }) => id)).toEqual(['name']);
});

test('what the daughter’s phone remembers of her is not put in for her mother, nor the other way round', async () => {
  const { phone, id } = await helping();
  openAt(phone, `/draft/${id}/name`);
  await screen.findByRole('complementary', { name: '正在替别人办' });
  expect(((await screen.findByRole('textbox')) as HTMLInputElement).value).toBe(''); // it is an input
  await fill(phone, id);
  openAt(phone, `/draft/${id}/check`);
  await userEvent.click(await screen.findByRole('button', { name: '送出去' }));
  await screen.findByRole('heading', { level: 1, name: '送了' });
  expect((await remembered(phone.db)).name).toEqual({ type: 'typed', typed: '陈小芳' });
});

test('she sends it as a helper, under the mandate that the bar shows', async () => {
  const { phone, id, forElder } = await helping();
  await fill(phone, id);
  openAt(phone, `/draft/${id}/check`);
  const bar = await screen.findByRole('complementary', { name: '正在替别人办' });
  expect(bar.textContent).toMatch(/替王秀兰办：家里修修补补.*3月11日前有效。原因：本人托我办/u);
  await userEvent.click(await screen.findByRole('button', { name: '送出去' }));
  await screen.findByRole('heading', { level: 1, name: '送了' });
  const [row] = await phone.db.events.toArray();
  expect(row?.action).toMatchObject({ by: { id: RESIDENT.id, role: 'helper' }, mandate: forElder.mandate });
});

test('a link that has ended sends nothing, says what to do, and loses no word', async () => {
  const { phone, id } = await helping();
  await fill(phone, id);
  await keepLinks(phone.db, RESIDENT.id, [{ ...LINK, endedAt: MORNING }], MORNING);
  openAt(phone, `/draft/${id}/check`);
  await userEvent.click(await screen.findByRole('button', { name: '送出去' }));
  await screen.findByText('亲友的约定到期了。请长辈重新约定一次。');
  expect(await phone.db.outbox.count()).toBe(0);
  expect((await drafts.find(phone.db, id))?.entries).toEqual(WHOLE);
});

test('when the seven days are over she says so before she goes on, and what she wrote is kept', async () => {
  const { phone, id } = await helping();
  const later = { ...phone, deps: { ...phone.deps, now: () => MORNING + 8 * DAY_MS } };
  openAt(later, `/draft/${id}/trouble`);
  await screen.findByRole('heading', { level: 1, name: '这一次的时间到了' });
  await userEvent.click(await screen.findByRole('button', { name: '接着替妈妈办' }));
  expect((await drafts.find(phone.db, id))?.forElder?.mandate).toMatchObject({
    from: MORNING + 8 * DAY_MS,
    until: MORNING + 15 * DAY_MS,
  });
});

test('she says why she does it before the first question', async () => {
  const { phone } = await helping();
  openAt(phone, `/helping/${LINK.id}/matter/${MATTER.id}`);
  await userEvent.click(await screen.findByRole('button', { name: '开始替王秀兰填' }));
  expect((await screen.findAllByText('请选一项：为什么由您来办')).length).toBeGreaterThan(0);
});
