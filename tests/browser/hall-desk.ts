/** A worker's desk in the tests. */
import type { BrowserContext, Page } from 'playwright';
import type { SignIn } from './stage.ts';

export async function signIn(
  context: BrowserContext,
  url: string,
  { name, password }: SignIn,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/hall`);
  await page.getByRole('textbox', { name: '您的名字' }).fill(name);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '今天有哪些事' }).waitFor();
  return page;
}

export async function openFromQueue(page: Page, resident: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(resident, 'u') })
    .first()
    .click();
  await page
    .getByRole('heading', { name: new RegExp(resident, 'u') })
    .first()
    .waitFor();
}

export async function take(page: Page): Promise<void> {
  await page.getByRole('button', { name: '我来办' }).click();
}

export async function finish(page: Page, result: string): Promise<void> {
  await page.getByRole('button', { name: '办好了', exact: true }).click();
  await page.getByRole('textbox', { name: '办得怎么样' }).fill(result);
  await page.getByRole('button', { name: '办好了，告诉居民' }).click();
}
