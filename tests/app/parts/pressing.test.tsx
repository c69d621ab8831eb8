// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { BigButton } from '#app/parts/BigButton.tsx';
import { FilterTabs } from '#app/parts/FilterTabs.tsx';
import { PhotoRow } from '#app/parts/PhotoRow.tsx';
import { Tile } from '#app/parts/Tile.tsx';
import { Tiles } from '#app/parts/Tiles.tsx';
import { TopBar, TopBarButton } from '#app/parts/TopBar.tsx';

afterEach(cleanup);

test('a button that is busy stays enabled, keeps the focus, and swallows the second tap', async () => {
  const onPress = vi.fn();
  const { rerender } = render(
    <BigButton look="main" onPress={onPress}>
      记下来
    </BigButton>,
  );
  const button = screen.getByRole('button', { name: '记下来' });
  await userEvent.click(button);
  rerender(
    <BigButton look="main" onPress={onPress} busy>
      正在记下
    </BigButton>,
  );
  await userEvent.click(button);

  expect(onPress).toHaveBeenCalledOnce();
  expect(button).toHaveProperty('disabled', false);
  expect(button.getAttribute('aria-busy')).toBe('true');
  expect(document.activeElement).toBe(button);
});

test('a busy submit button does not send its form again', async () => {
  const onSubmit = vi.fn((event: Event) => event.preventDefault());
  const form = (busy: boolean) => (
    <form onSubmit={onSubmit}>
      <BigButton look="main" type="submit" busy={busy}>
        送出
      </BigButton>
    </form>
  );
  const { rerender } = render(form(false));
  await userEvent.click(screen.getByRole('button'));
  rerender(form(true));
  await userEvent.click(screen.getByRole('button'));
  expect(onSubmit).toHaveBeenCalledOnce();
});

test('what leads somewhere is a link, what does something is a button', () => {
  render(
    <Tiles>
      <Tile icon="meal" title="送饭上门" line="今天订，明天送" href="/matter/meal" />
      <Tile icon="person" title="我自己说" onPress={() => undefined} />
    </Tiles>,
  );
  expect(screen.getByRole('link', { name: /送饭上门/u }).getAttribute('href')).toBe('/matter/meal');
  expect(screen.getByRole('button', { name: '我自己说' })).toBeTruthy();
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});

test('the bar’s buttons come in one order: back, reading aloud, a person’s help, text size', () => {
  const { container } = render(
    <TopBar
      back={{ href: '/', label: '返回' }}
      extra={<TopBarButton icon="speak" label="读一读" onPress={() => undefined} />}
      help={{ href: 'tel:87654321', label: '找人', title: '打电话找社区的人' }}
      size={{ href: '/settings', label: '字号', title: '字号和颜色' }}
    />,
  );
  const names = [...container.querySelectorAll('a, button')].map((each) => each.textContent);
  expect(names).toEqual(['返回', '读一读', '找人', '字号']);
});

test('a full name that leaves out the visible word gets it in front, so that it can be called out', () => {
  render(
    <TopBar
      help={{ href: 'tel:1', label: '找人', title: '打社区电话' }}
      size={{ href: '/settings', label: '字号', title: '字号和颜色' }}
    />,
  );
  expect(screen.getByRole('link', { name: '找人 打社区电话' })).toBeTruthy();
  expect(screen.getByRole('link', { name: '字号和颜色' })).toBeTruthy();
});

test('the filter that is on says so, with how many it holds', async () => {
  const onChoose = vi.fn();
  const tabs = [
    { id: 'open', label: '等人接', count: 12 },
    { id: 'mine', label: '我的', count: 5 },
  ];
  render(<FilterTabs label="看哪些事" tabs={tabs} chosen="open" onChoose={onChoose} />);
  expect(screen.getByRole('group', { name: '看哪些事' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '等人接 12', pressed: true })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '我的 5', pressed: false }));
  expect(onChoose).toHaveBeenCalledWith('mine');
});

test('each photo has its words, and its own button to take it away', async () => {
  const onPress = vi.fn();
  const photos = [
    { id: 'a', url: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', label: '水池下面' },
    { id: 'b', label: '地板，在别的手机上' },
  ];
  render(<PhotoRow photos={photos} remove={{ label: (id) => `不要照片 ${id}`, onPress }} />);
  expect(screen.getByRole('img', { name: '水池下面' })).toBeTruthy();
  expect(screen.getByText('地板，在别的手机上')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '不要照片 b' }));
  expect(onPress).toHaveBeenCalledWith('b');
});
