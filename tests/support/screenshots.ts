/** `npm run screenshots`: the pictures of the manifest and of the README, taken from the real app with the real service. */
import { mkdirSync } from 'node:fs';
import { finish, openFromQueue, signIn, take } from '../browser/hall-desk.ts';
import { firstStart, toCheck, toWords } from '../browser/resident-phone.ts';
import { launch, ServiceProcess } from '../browser/stage.ts';

const FOLDER = 'public/screenshots';
mkdirSync(FOLDER, { recursive: true });

const service = await ServiceProcess.start();
const browser = await launch();
try {
  const phone = await browser.newContext({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
  });
  const page = await firstStart(phone, service.url);
  await page.screenshot({ path: `${FOLDER}/phone-home.png` });
  for (const [name, words] of [
    ['王秀兰', '楼道的灯坏了三天，晚上看不见路。'],
    ['陈福根', '三号楼门口的井盖松了，踩上去会响。'],
    ['刘淑珍', '电梯到五楼要停很久，门才打开。'],
  ] as const) {
    await page.goto(service.url);
    await toWords(page);
    await page.screenshot({ path: `${FOLDER}/phone-question.png` });
    await page.getByRole('textbox').fill(words);
    await toCheck(page, name);
    await page.getByRole('button', { name: '送出去' }).click();
    await page.getByText('社区收到了', { exact: true }).first().waitFor();
  }
  await page.screenshot({ path: `${FOLDER}/phone-received.png` });

  const hall = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  const desk = await signIn(hall, service.url, service.signIns[0] ?? { name: '', password: '' });
  await openFromQueue(desk, '王秀兰');
  await take(desk);
  await desk.getByText('您在办').first().waitFor();
  await desk.screenshot({ path: `${FOLDER}/hall-queue.png` });
  await finish(desk, '换了新灯。');

  const wide = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  const large = await firstStart(wide, service.url);
  await large.screenshot({ path: `${FOLDER}/wide-home.png` });
} finally {
  await browser.close();
  await service.remove();
}
