/**
 * A daughter helps her mother from elsewhere, on two phones at once, with the hall beside them: the link by a
 * code, a repair that goes at once, an allowance that waits for the mother's yes, and the end of the link.
 */
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { answerAll, askDaughter, beginFor, comeWith, open, press } from './family-steps.ts';
import { atHeading } from './resident-phone.ts';
import { until } from './stage.ts';
import { withStage } from './with-stage.ts';

const stage = withStage();
const REPAIR = {
  '家里什么坏了？': '水管、水龙头',
  '现在有危险吗？': '不是',
  '坏成什么样了？': '厨房水管漏水',
  '怎么称呼您？': '王秀兰',
  '打哪个电话能找到您？': '13800138000',
};
const ALLOWANCE = {
  '您的户口在哪里？': '就在本街道',
  '您现在领着哪些补贴？': '都没有',
  '钱打到哪张银行卡？': '桂花银行 6222',
  '打哪个电话能找到您？': '13800138000',
};

/** Mother and daughter, linked; the daughter stands on her mother's page. */
async function linked(scopes: readonly RegExp[]): Promise<{ mother: Page; daughter: Page }> {
  const [mother, daughter] = [await stage.phone(), await stage.phone()];
  await comeWith(daughter, await askDaughter(mother, scopes));
  await atHeading(daughter, '替妈妈办事');
  await atHeading(mother, '女儿小芳接上了');
  return { mother, daughter };
}

async function send(daughter: Page): Promise<void> {
  await press(daughter, '送出去');
  await atHeading(daughter, '交好了');
}

/** From wherever she is to the request that her phone hears of by itself. */
async function toRequest(mother: Page): Promise<void> {
  await mother.goto(`${stage.url}/requests`);
  await open(mother, /上门维修|高龄津贴/u);
}

describe('a family helper', () => {
  test('files a repair for her mother, who sees who did it and says that it is not right', async () => {
    const { mother, daughter } = await linked([/办到哪里/u, /修理/u]);
    await beginFor(daughter, /^上门维修/u);
    await answerAll(daughter, REPAIR);
    // The bar stays in sight whatever is scrolled.
    await daughter.mouse.wheel(0, 2_000);
    const bar = daughter.getByRole('complementary', { name: '正在替别人办' });
    expect(await bar.innerText()).toMatch(/替王秀兰办：上门维修[^]*原因：本人托我办/u);
    await until(async () => ((await bar.boundingBox())?.y ?? -1) === 0, 'the bar is at the top');
    await send(daughter);

    await toRequest(mother);
    await mother.getByRole('link', { name: '替我办的事' }).click();
    await mother.getByText('小芳替您交了“上门维修”').waitFor();
    await mother
      .getByRole('link', { name: /^这不对/u })
      .first()
      .click();
    await mother.getByRole('textbox').fill('我没让修这个');
    await press(mother, '我说：这不对');
    await daughter.goto(`${stage.url}/requests`);
    await daughter.getByText('先停下了').waitFor();
    await open(daughter, /上门维修/u);
    await daughter.getByText('王秀兰说有不对的地方').waitFor();
    expect(await daughter.getByRole('link', { name: /不办了|没有办好/u }).count()).toBe(0);
  }, 120_000);

  test('files an allowance that nobody may begin before the mother’s yes', async () => {
    const { mother, daughter } = await linked([/津贴/u]);
    await beginFor(daughter, /^高龄津贴/u);
    await answerAll(daughter, ALLOWANCE);
    await send(daughter);
    await daughter.getByText('等王秀兰点头').waitFor();
    await open(daughter, '看这件事');
    await atHeading(daughter, '高龄津贴');
    await daughter.getByText('只有王秀兰自己能点').waitFor();
    // The yes is her mother’s alone.
    expect(await daughter.getByRole('button', { name: /^对|同意|不对|收回/u }).count()).toBe(0);

    const hall = await stage.desk(0);
    await open(hall, /高龄津贴/u);
    await hall
      .getByRole('heading', { name: /高龄津贴/u })
      .first()
      .waitFor();
    expect(await hall.getByRole('button', { name: '我来办' }).count()).toBe(0);

    await toRequest(mother);
    await press(mother, /^对/u);
    await hall.getByRole('button', { name: '我来办' }).waitFor();
  }, 120_000);

  test('is told in words when the link has ended, and keeps nothing of her mother', async () => {
    const { mother, daughter } = await linked([/办到哪里/u, /修理/u]);
    await beginFor(daughter, /^上门维修/u);
    await answerAll(daughter, REPAIR);
    await open(mother, '继续');
    await press(mother, '不让女儿小芳帮了');
    await mother.getByText('不能再替您办事').waitFor();
    await press(daughter, '送出去');
    await until(
      async () => /请长辈重新约定|没能收下/u.test(await daughter.getByRole('main').innerText()),
      'the daughter is told',
    );
    await daughter.goto(`${stage.url}/family`);
    await daughter.getByText('还没有。要帮谁').waitFor();
    await daughter.goto(stage.url);
    expect(await daughter.getByRole('link', { name: /替妈妈办事/u }).count()).toBe(0);
  }, 120_000);
});
