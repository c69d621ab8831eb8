// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { RATINGS, type Kind } from '#domain/request/action.ts';
import type { AppDatabase } from '#storage/database.ts';
import { readHalf } from '#storage/half-words.ts';
import { PHOTO, REQUEST_ID } from '../support/make.ts';
import { settle, until } from '../support/clock.ts';
import { button, happened, heading, link, page, phone } from './after-filing-stage.tsx';

afterEach(cleanup);

const kept = async (db: AppDatabase) =>
  (await db.events.where('unseen').equals(1).toArray()).map(({ action }) => action);
const typedWords = async (db: AppDatabase, kind: 'add' | 'reopen' | 'rate') => {
  const entry = (await readHalf(db, REQUEST_ID, kind))['words'];
  return entry?.type === 'typed' ? entry.typed : undefined;
};

describe('adding to a request', () => {
  it('keeps the words as an addition while nobody has taken it, and goes back to the request', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    own.opens(page('/add'));
    await own.user.type(await screen.findByLabelText('想补充什么？'), '钥匙在门卫那里');
    await own.user.click(await button('交给社区'));
    await heading('家里修修补补');
    expect(await kept(own.db)).toMatchObject([{ kind: 'add', words: '钥匙在门卫那里' }]);
    expect(await readHalf(own.db, REQUEST_ID, 'add')).toEqual({});
    expect(own.nudges).toHaveLength(1);
  });

  it('is a reply to the worker once somebody has taken it', async () => {
    const own = await phone();
    await own.hears(happened('open'), happened('take'));
    own.opens(page('/add'));
    await heading('给李梅回话');
    await own.user.type(screen.getByLabelText('想说什么？'), '下午在家');
    await own.user.click(await button('交给社区'));
    await heading('家里修修补补');
    expect(await kept(own.db)).toMatchObject([{ kind: 'write', words: '下午在家' }]);
  });

  it('has half-written words again after the tab was killed', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    own.opens(page('/add'));
    fireEvent.input(await screen.findByLabelText('想补充什么？'), { target: { value: '写到一半' } });
    await until(async () => (await typedWords(own.db, 'add')) === '写到一半', 'the words being kept');
    cleanup();
    own.opens(page('/add'));
    expect(await screen.findByDisplayValue('写到一半')).toBeTruthy();
  });

  it('turns into a reply, with the words still there, when somebody takes the request meanwhile', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    own.opens(page('/add'));
    fireEvent.input(await screen.findByLabelText('想补充什么？'), { target: { value: '门铃坏了' } });
    await own.hears(happened('take'));
    await heading('给李梅回话');
    expect(screen.getByDisplayValue('门铃坏了')).toBeTruthy();
  });

  it('shows the words to be told on the telephone when the request has ended meanwhile', async () => {
    const own = await phone();
    await own.hears(happened('open'), happened('take'));
    own.opens(page('/add'));
    fireEvent.input(await screen.findByLabelText('想说什么？'), { target: { value: '别忘了阀门' } });
    await own.hears(happened('finish'));
    expect(await screen.findByText('现在不能再写了')).toBeTruthy();
    expect(screen.getByText('别忘了阀门')).toBeTruthy();
  });

  it('asks for words or a photo, in a summary and beside the box, and keeps nothing', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    own.opens(page('/add'));
    await own.user.click(await button('交给社区'));
    const summary = await screen.findByRole('alert');
    expect(summary.textContent).toContain('请写几句，或者放一张照片。');
    expect(screen.getByLabelText('想补充什么？').getAttribute('aria-invalid')).toBe('true');
    expect(await kept(own.db)).toEqual([]);
  });

  it('is kept once when a trembling finger presses twice', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    own.opens(page('/add'));
    fireEvent.input(await screen.findByLabelText('想补充什么？'), { target: { value: '一次' } });
    const send = await button('交给社区');
    fireEvent.click(send);
    fireEvent.click(send);
    await heading('家里修修补补');
    await settle();
    expect(await kept(own.db)).toHaveLength(1);
  });

  it('says why a file that is not a photo was not taken, and leaves the words alone', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    own.opens(page('/add'));
    fireEvent.input(await screen.findByLabelText('想补充什么？'), { target: { value: '看照片' } });
    const letter = new File(['not a picture at all'], 'photo.png', { type: 'image/png' });
    await own.user.upload(screen.getByLabelText('放照片（最多三张）'), letter);
    expect(await screen.findByText('这个不是照片。请换一张。')).toBeTruthy();
    expect(screen.getByDisplayValue('看照片')).toBeTruthy();
  });
});

describe('calling a request off', () => {
  it('is asked once, says what it means, and is kept', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    own.opens(page('/withdraw'));
    await heading('这件事不办了？');
    expect(await screen.findByText('不办了，社区就不再安排人。')).toBeTruthy();
    expect(await kept(own.db)).toEqual([]);
    await own.user.click(await button('是的，不办了'));
    await heading('家里修修补补');
    expect(await kept(own.db)).toMatchObject([{ kind: 'withdraw' }]);
  });

  it('is kept once, however often the button is pressed', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    own.opens(page('/withdraw'));
    const yes = await button('是的，不办了');
    fireEvent.click(yes);
    fireEvent.click(yes);
    await heading('家里修修补补');
    expect(await kept(own.db)).toHaveLength(1);
  });

  it('is no longer offered when somebody has taken it; the person to call is named', async () => {
    const own = await phone();
    await own.hears(happened('open'), happened('take'));
    own.opens(page('/withdraw'));
    expect(await screen.findByText('李梅已经接了。不想办了，请打电话告诉李梅。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '是的，不办了' })).toBeNull();
  });
});

describe('rating', () => {
  const done = [happened('open'), happened('take'), happened('finish')] as const;

  it('offers the five official levels with none chosen, and skipping beside sending', async () => {
    const own = await phone();
    await own.hears(...done);
    own.opens(page('/rate'));
    const levels = await screen.findAllByRole('radio');
    expect(levels).toHaveLength(RATINGS.length);
    expect(levels.some((level) => (level as HTMLInputElement).checked)).toBe(false); // radios are inputs
    const labels = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'];
    expect(levels.map((level) => level.closest('label')?.textContent)).toEqual(labels);
    expect((await link('先不说')).getAttribute('href')).toBe(page(''));
  });

  it('keeps the level and the words, and asks no second time', async () => {
    const own = await phone();
    await own.hears(...done);
    own.opens(page('/rate'));
    await own.user.click(await screen.findByLabelText('基本满意'));
    await own.user.type(screen.getByLabelText('还想说什么？可以不写。'), '来得晚了点');
    await own.user.click(await button('交上去'));
    await heading('家里修修补补');
    expect(await kept(own.db)).toMatchObject([
      { kind: 'rate', rating: 'mostly-satisfied', words: '来得晚了点' },
    ]);
    cleanup();
    own.opens(page('/rate'));
    expect(await screen.findByText('您已经说过了')).toBeTruthy();
    expect(screen.queryAllByRole('radio')).toEqual([]);
  });

  it('does not choose for the person: sending without a level asks for one', async () => {
    const own = await phone();
    await own.hears(...done);
    own.opens(page('/rate'));
    await own.user.click(await button('交上去'));
    expect((await screen.findByRole('alert')).textContent).toContain('请选一个。');
    expect(await kept(own.db)).toEqual([]);
  });
});

describe('not solved', () => {
  it('needs no words, and says that the same person has it again', async () => {
    const own = await phone();
    await own.hears(happened('open'), happened('take'), happened('finish'));
    own.opens(page('/reopen'));
    expect(await screen.findByText('这件事会重新办，还是李梅负责。')).toBeTruthy();
    await own.user.click(await button('告诉社区没办好'));
    await screen.findByText('您说没办好，还没告诉社区');
    expect(await kept(own.db)).toMatchObject([{ kind: 'reopen', words: '' }]);
  });
});

describe('mending a refused step', () => {
  it('turns refused answers into a draft again, at the question that needs one', async () => {
    const own = await phone();
    await own.files();
    await own.isRefused({ reason: 'answers-incomplete', field: 'telephone' });
    own.opens(page('/mend'));
    expect(await screen.findByText('有一项还要看看。请改好再交。')).toBeTruthy();
    await own.user.click(await button('改一改，再交'));
    const path = (
      await screen.findByRole('heading', { level: 1, name: /^\/draft\/[0-9a-f]{32}\/telephone$/u })
    ).textContent;
    const [draft] = await own.db.drafts.toArray();
    expect(path).toContain(draft?.id);
    expect(draft?.entries['description']).toEqual({ type: 'typed', typed: '厨房水管漏水。' });
  });

  it('uses the words of a late addition again, behind what was begun since then', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    await own.did({ kind: 'add', words: '水还在流', photos: [PHOTO] } as never); // one kind of several
    await own.isRefused({ reason: 'too-late-to-add', who: '李梅' });
    await own.hears(happened('take'));
    own.opens(page('/mend'));
    expect(await screen.findByText('李梅已经在办。请直接给李梅留言。')).toBeTruthy();
    expect(screen.getByText('水还在流')).toBeTruthy();
    await own.user.click(await button('把这些话再写给社区'));
    await heading('给李梅回话');
    expect(await screen.findByDisplayValue('水还在流')).toBeTruthy();
    expect((await readHalf(own.db, REQUEST_ID, 'add'))['photos']).toEqual({
      type: 'photos',
      photos: [PHOTO],
    });
    expect(await own.db.outbox.count()).toBe(0);
  });

  it('puts words away only after asking once more', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    await own.did({ kind: 'add', words: '水还在流', photos: [] } as never); // one kind of several
    await own.isRefused({ reason: 'closed' });
    own.opens(page('/mend'));
    await own.user.click(await button('不要了，收起来'));
    expect(await own.db.outbox.count()).toBe(1);
    await own.user.click(await button('好，收起来'));
    expect(await screen.findByText('都处理好了。')).toBeTruthy();
    expect(await own.db.outbox.count()).toBe(0);
  });

  it('sends once more what could not be judged yet', async () => {
    const own = await phone();
    await own.hears(happened('open'));
    await own.did({ kind: 'add', words: '水还在流', photos: [] } as never); // one kind of several
    await own.isRefused({ reason: 'unknown-action' });
    own.opens(page('/mend'));
    await own.user.click(await button('再送一次'));
    expect(await screen.findByText('都处理好了。')).toBeTruthy();
    expect(await own.db.outbox.toArray()).toMatchObject([{ state: 'waiting' }]);
    expect(own.nudges).toHaveLength(1);
  });

  it('has a sentence for a step of every kind', async () => {
    const { default: words } = await import('#locales/zh-CN/mend.json');
    const kinds: readonly Kind[] = ['open', 'add', 'withdraw', 'write', 'rate', 'reopen'];
    for (const kind of kinds) expect(words[`step.${kind}` as keyof typeof words]).toBeTruthy(); // typed by the list above
  });
});
