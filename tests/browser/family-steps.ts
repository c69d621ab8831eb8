/** Two relatives with a phone each, by the names that are on their screens. */
import type { Page } from 'playwright';
import { atHeading } from './resident-phone.ts';

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
export const open = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const next = (page: Page) => press(page, '下一步');

/** The mother asks her daughter to help, and reads the code aloud. */
export async function askDaughter(page: Page, scopes: readonly RegExp[]): Promise<string> {
  await open(page, '亲友互相帮');
  await atHeading(page, '亲友互相帮');
  await open(page, '请一位亲友帮我');
  await atHeading(page, '请一位亲友帮我');
  await page.getByRole('radio', { name: '女儿' }).check();
  for (const name of scopes) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('radio', { name: '半年' }).check();
  await page.getByRole('textbox', { name: '您的名字' }).fill('王秀兰');
  await press(page, '给我一个码');
  await atHeading(page, '把这个码告诉对方');
  return (await page.locator('.link-code [aria-hidden]').allInnerTexts()).join('');
}

/** The daughter comes with the code; she calls her mother 妈妈. */
export async function comeWith(page: Page, code: string): Promise<void> {
  await open(page, '亲友互相帮');
  await open(page, '我拿到了亲友的码');
  await page.getByRole('textbox', { name: /八个字/u }).fill(code);
  await page.getByRole('textbox', { name: /对方会看到/u }).fill('小芳');
  await page.getByRole('textbox', { name: /平时怎么叫/u }).fill('妈妈');
  await press(page, '接上');
}

/** From mother's page to the first question. */
export async function beginFor(page: Page, matter: RegExp): Promise<void> {
  await open(page, matter);
  await page.getByRole('radio', { name: '本人托我办' }).check();
  await press(page, '开始替妈妈填');
  await page.getByRole('complementary', { name: '正在替别人办' }).waitFor();
}

/** Answers each question as it comes: what is chosen by its label, what is typed by its question; the rest is passed over. */
export async function answerAll(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (;;) {
    const title = (await page.getByRole('heading', { level: 1 }).innerText()).trim();
    if (title === '看看填得对不对') return;
    const given = answers[title];
    if (given !== undefined) {
      const choice = page.getByRole('radio', { name: given, exact: true });
      const tick = page.getByRole('checkbox', { name: given, exact: true });
      if ((await choice.count()) > 0) await choice.check();
      else if ((await tick.count()) > 0) await tick.check();
      else await page.getByRole('textbox').first().fill(given);
    } else await answerByKind(page);
    await next(page);
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: title }).waitFor();
  }
}

/** Questions whose words do not matter here: an ID number, a name, a place, a time. */
async function answerByKind(page: Page): Promise<void> {
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  const noBuilding = page.getByRole('radio', { name: '上面没有我住的楼' });
  const ticks = page.getByRole('checkbox');
  const radios = page.getByRole('radio');
  if (title.includes('身份证')) await page.getByRole('textbox').fill('11010519491231002X');
  else if (/名字|姓名|称呼/u.test(title)) await page.getByRole('textbox').fill('王秀兰');
  else if ((await noBuilding.count()) > 0) {
    await noBuilding.check();
    await page.getByRole('textbox').fill('5号楼501');
  } else if ((await ticks.count()) > 0) await ticks.first().check();
  else if ((await radios.count()) > 0) await radios.first().check();
}
