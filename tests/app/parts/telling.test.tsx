// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { AnswerList } from '#app/parts/AnswerList.tsx';
import { ErrorSummary } from '#app/parts/ErrorSummary.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { inGroups, NumberOut } from '#app/parts/NumberOut.tsx';
import { QueueCard } from '#app/parts/QueueCard.tsx';
import { Screen } from '#app/parts/Screen.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { Timeline } from '#app/parts/Timeline.tsx';

afterEach(cleanup);

test('a new screen starts at its heading, and names the page', () => {
  const { rerender } = render(
    <ScreenTitle key="1" title="第一题 · 帮办" step="第 1 步，共 2 步">
      是哪里坏了？
    </ScreenTitle>,
  );
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: '是哪里坏了？' }));
  expect(document.title).toBe('第一题 · 帮办');

  rerender(
    <ScreenTitle key="2" title="第二题 · 帮办">
      什么时候在家？
    </ScreenTitle>,
  );
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: '什么时候在家？' }));
  expect(document.title).toBe('第二题 · 帮办');
});

test('what is missing is read first, even on a screen that has just appeared, and each line leads to its box', async () => {
  const errors = [{ href: '#name', text: '请写上您的名字' }];
  render(
    <Screen top={<span />} bottom={<button type="button">下一步</button>}>
      <ErrorSummary title="还差一样" errors={errors} />
      <ScreenTitle>怎么称呼您？</ScreenTitle>
      <TextBox id="name" label="名字" value="" onInput={() => undefined} error="请写上您的名字" />
    </Screen>,
  );
  const summary = screen.getByRole('alert');
  expect(document.activeElement).toBe(summary);

  const steps = history.length;
  await userEvent.click(within(summary).getByRole('link', { name: '请写上您的名字' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '名字' }));
  expect(history.length).toBe(steps);
});

test('the main act stands last in the page, inside the main part', () => {
  render(
    <Screen top={<a href="/help">找人</a>} bottom={<button type="button">下一步</button>}>
      <p>一件事</p>
    </Screen>,
  );
  const main = screen.getByRole('main');
  expect(within(main).getByRole('button', { name: '下一步' })).toBeTruthy();
  expect(within(screen.getByRole('banner')).getByRole('link', { name: '找人' })).toBeTruthy();
  expect(main.textContent).toBe('一件事下一步');
});

test('a state that may change is read out when it does; one that cannot is only text', () => {
  render(
    <>
      <Notice tone="sun" icon="phone-tick" title="还没有送到社区" live />
      <Notice tone="mint" icon="tick" title="社区收到了" />
    </>,
  );
  expect(screen.getAllByRole('status').map((each) => each.textContent)).toEqual(['还没有送到社区']);
});

test('each answer stands with its question, and the short “change” has a full name', () => {
  render(
    <AnswerList
      rows={[
        {
          id: 'a',
          label: '哪里坏了',
          value: '水管漏水',
          change: { href: '/draft/1/a', label: '改：哪里坏了', word: '改' },
        },
        { id: 'b', label: '身份证', value: '4301', note: '她自己填的' },
      ]}
    />,
  );
  expect(screen.getAllByRole('term').map((each) => each.textContent)).toEqual(['哪里坏了', '身份证']);
  expect(screen.getByRole('link', { name: '改：哪里坏了' }).textContent).toBe('改');
  expect(screen.getByText('她自己填的')).toBeTruthy();
});

test('the timeline says where things stand now', () => {
  render(
    <Timeline
      items={[
        { id: '1', when: '今天 9:12', text: '您交的' },
        { id: '2', when: '今天 9:30', text: '李敏接了', words: '下午就到', now: 'here' },
        { id: '3', when: '星期四前', text: '水工上门', now: 'ahead' },
      ]}
    />,
  );
  const steps = screen.getAllByRole('listitem');
  expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, 'step', null]);
  expect(steps[1]?.textContent).toBe('今天 9:30 李敏接了下午就到');
});

test('a number is seen in groups and heard digit by digit', () => {
  render(<NumberOut label="您的号码" number="38271405" spoken="3 8 2, 7 1 4, 0 5" />);
  expect(inGroups('38271405')).toEqual(['382', '714', '05']);
  expect(screen.getByText('382').closest('[aria-hidden]')).toBeTruthy();
  expect(screen.getByText('3 8 2, 7 1 4, 0 5').closest('[aria-hidden]')).toBeNull();
});

test('the card of the request that is open says so', () => {
  render(
    <QueueCard
      chosen
      href="/hall/request/1"
      title="王秀兰 · 水管漏水"
      line="3 栋"
      due={{ text: '今天 17:00', tone: 'clay' }}
    />,
  );
  const card = screen.getByRole('link', { name: /王秀兰.*今天 17:00.*3 栋/u });
  expect(card.getAttribute('aria-current')).toBe('true');
});
