// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { settle, until } from '../support/clock.ts';
import { MORNING, PHOTO, REQUEST_ID, hexId } from '../support/make.ts';
import { happened, heading, link, NUMBER_SPOKEN, page, phone } from './after-filing-stage.tsx';

afterEach(cleanup);

describe('one request on the resident’s own phone', () => {
  it('is said to be on this phone only, until the office has said that it has it', async () => {
    const own = await phone();
    await own.files();
    own.opens(page(''));
    await heading('家里修修补补');
    expect(await screen.findByText('还没有送到社区', { selector: '.notice-title' })).toBeTruthy();
    expect(screen.queryByText('社区收到了')).toBeNull();
    expect(screen.queryByText('您的号码')).toBeNull();
    expect(screen.getByText('已经记在这部手机上。一有网络就自动送，您不用等。')).toBeTruthy();
  });

  it('shows the number to read out, who answers and by when, once the office has it', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    own.opens(page(''));
    await screen.findByText('社区收到了');
    expect(screen.getByText('李梅负责，明天 10:00前给您办。')).toBeTruthy();
    expect(screen.getByText(NUMBER_SPOKEN)).toBeTruthy();
    expect((await link(/给李梅打电话/u)).getAttribute('href')).toBe('tel:010-5550111');
  });

  it('tells every kind of step as a whole sentence, in the order in which they happened', async () => {
    const own = await phone({ at: MORNING + 3_600_000 });
    const me = { by: { id: 'resident-1', role: 'resident' } } as const;
    await own.hears(
      happened('open'),
      happened('add'),
      happened('send-back'),
      happened('take'),
      happened('write'),
      happened('write', { ...me, words: '好的，我在家。' }),
      happened('extend', {}, { due: { at: MORNING + 5 * 86_400_000, calendar: 'published' } }),
      happened('finish'),
      happened('rate'),
      happened('reopen'),
    );
    own.opens(page(''));
    await heading('家里修修补补');
    const lines = [...document.querySelectorAll('.timeline-item')].map((line) => line.textContent);
    const told = [
      '您交的', '您又写了话', '转给了物业公司，他们接手前还是李梅负责', '李梅接了', '李梅给您写了话', '您回了话',
      '李梅说要多办几天，改到3月9日星期一前', '李梅办好了', '您说：满意', '您说没办好，还是李梅接着办',
    ]; // prettier-ignore
    told.forEach((sentence, place) => expect(lines[place]).toContain(sentence));
    expect(lines[2]).toContain('这是物业的事。');
    expect(lines[6]).toContain('要等零件。');
    expect(lines[7]).toContain('换了新水管。');
    expect(lines.at(-1)).toContain('办好'); // what comes next
  });

  it('does not hide a step that only a newer app knows', async () => {
    const own = await phone();
    const strange = happened('take', { kind: 'bless' as 'take' });
    await own.hears(happened('open'), strange);
    own.opens(page(''));
    expect(await screen.findByText(/有一步新的办理/u)).toBeTruthy();
  });

  it('keeps "the office has it" beside "what you added is not there yet"', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    await own.did({ kind: 'add', words: '水还在流', photos: [] } as never); // one kind of several
    own.opens(page(''));
    expect(await screen.findByText('后来写的还没有送到')).toBeTruthy();
    expect(screen.getByText('社区收到了', { exact: true })).toBeTruthy();
    const last = [...document.querySelectorAll('.timeline-item')].find((line) =>
      line.textContent?.includes('您又写了话'),
    );
    expect(last?.textContent).toContain('还没有送到社区');
  });

  it('does not say that a request is called off before the office knows', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    await own.did({ kind: 'withdraw' });
    own.opens(page(''));
    expect(await screen.findByText('不办了，还没告诉社区')).toBeTruthy();
    expect(screen.queryByText('这件事不办了', { selector: '.notice-title' })).toBeNull();
    expect(screen.queryByRole('link', { name: '再写几句' })).toBeNull();
  });

  it('says that the time was counted without the holidays that nobody knows yet', async () => {
    const own = await phone();
    await own.hears(happened('open', {}, { due: { at: MORNING + 86_400_000, calendar: 'guessed' } }));
    own.opens(page(''));
    expect(await screen.findByText(/那一年的放假安排还没公布/u)).toBeTruthy();
  });

  it('says when the promised time has passed, and whom to call', async () => {
    const own = await phone({ at: MORNING + 3 * 86_400_000 });
    await own.hears(happened('open'), happened('take'));
    own.opens(page(''));
    expect(await screen.findByText('过了说好的时间')).toBeTruthy();
    expect(screen.getByText('请打电话问李梅，李梅还在负责。')).toBeTruthy();
  });

  it('offers only what is not too late: adding while open, answering while taken, rating once when done', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    own.opens(page(''));
    await link('再写几句');
    expect(screen.getByRole('link', { name: '这件事不办了' })).toBeTruthy();

    await own.hears(happened('take'));
    await link('给李梅回话');
    expect(screen.queryByRole('link', { name: '这件事不办了' })).toBeNull();

    await own.hears(happened('finish'));
    await link('说说满不满意');
    expect(screen.getByRole('link', { name: '没有办好' })).toBeTruthy();

    await own.hears(happened('rate'));
    await screen.findByText('谢谢您的评价。');
    expect(screen.queryByRole('link', { name: '说说满不满意' })).toBeNull();
  });

  it('gives the plain reason of a refused step and leads to a way to mend it', async () => {
    const own = await phone();
    await own.files();
    await own.isRefused({ reason: 'answers-incomplete', field: 'telephone' });
    own.opens(page(''));
    expect(await screen.findByText('社区没能收下这件事')).toBeTruthy();
    expect((await link('看看怎么办')).getAttribute('href')).toBe(page('/mend'));
    expect(screen.queryByText('还没有送到社区', { selector: '.notice-title' })).toBeNull();
  });

  it('shows a worker’s photo from the office, and takes a login page for none', async () => {
    const asked: string[] = [];
    const own = await phone({
      call: (path) => {
        asked.push(path);
        const isPhoto = path.endsWith(PHOTO.id);
        return Promise.resolve(
          new Response(isPhoto ? new Uint8Array([1]) : '<html>', {
            headers: { 'content-type': isPhoto ? 'image/jpeg' : 'text/html' },
          }),
        );
      },
    });
    const other = { ...PHOTO, id: hexId(0xf1) };
    await own.hears(happened('open'), happened('take'), happened('write', { photos: [PHOTO, other] }));
    own.opens(page(''));
    expect(await screen.findByRole('img', { name: '李梅的照片，第 1 张' })).toBeTruthy();
    await until(() => asked.length === 2, 'both photos being asked for');
    await settle();
    expect(screen.getByText('李梅的照片，第 2 张。照片要有网络才看得到。')).toBeTruthy();
    expect(asked).toContain(`/api/v1/files/${PHOTO.id}`);
  });

  it('lists what the resident told, in the words of the questions', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    own.opens(page(''));
    await screen.findByText('厨房水管漏水。');
    expect(screen.getByText('3号楼2单元501')).toBeTruthy();
    expect(screen.queryByText('燃气味')).toBeNull();
  });

  it('says so when this phone has no such request', async () => {
    const own = await phone();
    own.opens(`/request/${hexId(0xdead)}`);
    expect(await screen.findByText('这部手机上没有这件事。')).toBeTruthy();
  });
});

describe('the list of my requests', () => {
  it('is honest about each of them, and keeps the ended ones apart', async () => {
    const own = await phone();
    await own.hears(happened('open'), happened('take'), happened('finish'));
    const open = happened('open', { requestId: hexId(0xbb) });
    await own.hears(open);
    own.opens('/requests');
    const going = await screen.findByRole('region', { name: '还在办的' });
    expect(within(going).getByText('社区收到了', { exact: true })).toBeTruthy();
    const ended = screen.getByRole('region', { name: '办完的' });
    expect(within(ended).getByText('李梅办好了')).toBeTruthy();
    expect(within(ended).getByRole('link').getAttribute('href')).toBe(`/request/${REQUEST_ID}`);
  });

  it('keeps a request among those going on until the office knows that it was called off', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    await own.did({ kind: 'withdraw' });
    own.opens('/requests');
    const going = await screen.findByRole('region', { name: '还在办的' });
    expect(within(going).getByText('不办了，还没告诉社区')).toBeTruthy();
  });

  it('tells somebody who has filed nothing where to begin', async () => {
    const own = await phone();
    own.opens('/requests');
    await screen.findByText(/您还没有交过事情/u);
    expect((await link('去选一件事')).getAttribute('href')).toBe('/');
  });
});
