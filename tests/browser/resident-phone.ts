/** A resident's phone in the tests: what a person does with it, by the names that are on the screen. */
import { expect } from 'vitest';
import type { BrowserContext, Page } from 'playwright';
import { untilInstalled } from './stage.ts';

/** Opens the app for the first time and goes through the first start. */
export async function firstStart(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: '开始用' }).click();
  await page.getByRole('heading', { level: 1, name: '今天要办什么事？' }).waitFor();
  await untilInstalled(page);
  return page;
}

export async function heading(page: Page): Promise<string> {
  return (await page.getByRole('heading', { level: 1 }).innerText()).trim();
}

export async function atHeading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
}

const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click();

/** From home to the question where the words are written. */
export async function toWords(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^身边的问题 路灯/u }).click();
  await page.getByRole('button', { name: '开始', exact: true }).click();
  await atHeading(page, '是哪一类事？');
  await page.getByRole('radio', { name: '路灯、井盖、路面' }).check();
  await next(page);
  await atHeading(page, '现在有危险吗？');
  await page.getByRole('radio', { name: '不是' }).check();
  await next(page);
  await atHeading(page, '在什么地方？');
  await page.getByRole('textbox').fill('3号楼门口');
  await next(page);
  await atHeading(page, '到底是怎么回事？');
}

/** From the words to the page that shows all answers. */
export async function toCheck(page: Page, name = '王秀兰', telephone = '138 0013 8000'): Promise<void> {
  await next(page);
  await atHeading(page, '要拍张照片吗？');
  await photosToCheck(page, name, telephone);
}

export async function photosToCheck(page: Page, name: string, telephone = '138 0013 8000'): Promise<void> {
  await next(page);
  await atHeading(page, '怎么称呼您？');
  await page.getByRole('textbox').fill(name);
  await next(page);
  await atHeading(page, '打哪个电话能找到您？');
  await page.getByRole('textbox').fill(telephone);
  await next(page);
  await page.getByRole('button', { name: '送出去' }).waitFor();
}
