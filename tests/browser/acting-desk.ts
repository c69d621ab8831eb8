/** A worker who helps somebody, by the names that are on the screen; and what a device keeps, byte for byte. */
import type { Page } from 'playwright';
import { atHeading } from './resident-phone.ts';

export type Helped = {
  readonly name: string;
  readonly id: string;
  readonly card: string;
  readonly room: string;
};

/** A look at the screen before going on. */
type Look = () => Promise<void>;

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** From the queue to the signed mandate for the old-age allowance, which asks for an ID number and a bank card. */
export async function toForm(page: Page, { name }: Helped, signed?: Look): Promise<void> {
  await page.getByRole('textbox', { name: /姓名/u }).fill(name);
  await press(page, `没办过事，新的一位：${name}`);
  await press(page, /^高龄/u);
  await atHeading(page, '先念给本人听，再请他答应');
  await page.getByRole('radio', { name: /一个小时/u }).check();
  await page.getByRole('radio', { name: '没有手机' }).check();
  for (const tick of await page
    .getByRole('group', { name: /一样一样问过/u })
    .getByRole('checkbox')
    .all())
    await tick.check();
  await page.getByRole('radio', { name: '在这里签名' }).check();
  await sign(page);
  await signed?.();
  await press(page, '答应了，开始填');
  await page.getByRole('banner', { name: '正在替别人办' }).waitFor();
}

/** A real pen on the real sheet. */
export async function sign(page: Page): Promise<void> {
  const sheet = page.locator('#acting-sign');
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  if (!box) throw new Error('no sheet to sign on');
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 120, { steps: 12 });
  await page.mouse.move(box.x + 260, box.y + 60, { steps: 8 });
  await page.mouse.up();
}

export async function fillIn(page: Page, { id, card, room }: Helped): Promise<void> {
  const field = (label: string) => page.getByRole('region', { name: label, exact: true });
  await field('户口在哪里').getByRole('radio').first().check();
  await field('已领的补贴').getByRole('checkbox', { name: '都没有' }).check();
  await field('银行卡').getByRole('textbox').fill(card);
  await field('身份证号码').getByRole('textbox').fill(id);
  await field('电话')
    .getByRole('button', { name: /没有电话/u })
    .click();
  await field('住址').getByRole('radio', { name: '上面没有我住的楼' }).check();
  await field('住址').getByRole('textbox').fill(room);
}

export async function readBackAndSend(page: Page, { name }: Helped, read?: Look): Promise<void> {
  await press(page, '转过去，念给本人听');
  await atHeading(page, `${name}，请您听一听、看一看`);
  await read?.();
  await press(page, '对，就这样');
}

/** Everything this origin keeps or shows, by where it is: databases, storages, caches, cookies, the page, the history. */
export function everything(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async () => {
    const rowsOf = (name: string) =>
      new Promise<string>((done, failed) => {
        const opened = indexedDB.open(name);
        opened.onerror = () => failed(opened.error ?? new Error('not opened'));
        opened.onsuccess = async () => {
          const db = opened.result;
          const rows: unknown[] = [];
          for (const store of db.objectStoreNames) {
            const all = db.transaction(store).objectStore(store).getAll();
            rows.push(await new Promise((read) => (all.onsuccess = () => read(all.result))));
          }
          db.close();
          done(JSON.stringify(rows));
        };
      });
    const found: Record<string, string> = {
      local: JSON.stringify({ ...localStorage }),
      session: JSON.stringify({ ...sessionStorage }),
      cookies: document.cookie,
      page: document.documentElement.outerHTML,
      typed: [...document.querySelectorAll('input, textarea')]
        .map((box) => ('value' in box ? String(box.value) : ''))
        .join('\n'),
      history: JSON.stringify(history.state),
      address: location.href,
      title: document.title,
    };
    for (const { name } of await indexedDB.databases()) if (name) found[name] = await rowsOf(name);
    for (const cache of await caches.keys())
      found[cache] = (await (await caches.open(cache)).keys()).map(({ url }) => url).join('\n');
    return found;
  });
}
