/**
 * What stands on a screen, as people say it: telephone numbers sign by sign, dates, times, money, rooms and the
 * numbers of slips. Words are left alone; only what a voice would stumble over is rewritten.
 */
import { amount, digits, plainDigits, two, type Tongue } from './numerals.ts';

type Rule = readonly [RegExp, (...found: string[]) => string];

/** Half a hand-over code: four capitals or digits, with a letter among them. Heard sign by sign. */
const CODE = /(?<![A-Z\d])(?=[A-Z\d]*[A-Z])[A-Z\d]{4}(?![A-Z\d])/gu;

/** The most telling shape first: what one rule has rewritten holds no digit for the next. */
const CHINESE = (tongue: Tongue): readonly Rule[] => [
  [CODE, (code = '') => signs(code, tongue)],
  // 2026-11-21, 2026年11月21日, 11月21日
  [
    /(\d{4})-(\d{2})-(\d{2})/gu,
    (_, y = '', m, d) => `${plainDigits(y, tongue)}年${amount(Number(m))}月${amount(Number(d))}日`,
  ],
  [/(\d{4})\s?年/gu, (_, y = '') => `${plainDigits(y, tongue)}年`],
  [
    /(\d{1,2})\s?月\s?(\d{1,2})\s?([日号])/gu,
    (_, m, d, sign) => `${amount(Number(m))}月${amount(Number(d))}${sign}`,
  ],
  // 9:05, 14:30
  [/(\d{1,2})[:：](\d{2})/gu, (_, h, m) => clock(Number(h), Number(m))],
  // ¥30.50, 30.5元
  [/[¥￥]\s?(\d[\d,]*)(?:\.(\d{1,2}))?/gu, (_, yuan = '', rest) => money(yuan, rest)],
  [/(\d[\d,]*)(?:\.(\d{1,2}))?\s?元/gu, (_, yuan = '', rest) => money(yuan, rest)],
  // Telephones, slips and codes: seven digits or more, in groups or not; 12345, 110.
  [/\d[\d \u2009-]{5,}\d/gu, (run = '') => groups(run, tongue)],
  [/(?<!\d)1(?:10|19|20|22)(?!\d)/gu, (run = '') => digits(run, tongue)],
  [/(?<!\d)\d{5,6}(?!\d)/gu, (run = '') => digits(run, tongue)],
  // 501室, 3号楼, 2单元
  [/(\d{3,4})\s?(?=[室房])/gu, (_, room = '') => digits(room, tongue)],
  [/(\d+)\s?%/gu, (_, value) => `百分之${amount(Number(value))}`],
  [/(\d+)\s?(?=[个位张次件样天点块周])/gu, (_, value) => two(amount(Number(value)), Number(value))],
  [/\d+\.\d+/gu, (run = '') => decimal(run)],
  [/\d+/gu, (run = '') => amount(Number(run))],
];

const ENGLISH: readonly Rule[] = [
  [CODE, (code = '') => signs(code, 'en')],
  [/(\d{1,2}):00(?!\d)/gu, (_, h = '') => `${h} o’clock`],
  [
    /¥\s?(\d[\d,]*)(?:\.(\d{1,2}))?/gu,
    (_, yuan = '', rest) => `${yuan.replaceAll(',', '')}${rest ? `.${rest}` : ''} yuan`,
  ],
  [/\d[\d \u2009-]{5,}\d/gu, (run = '') => groups(run, 'en')],
  [/(?<!\d)1(?:10|19|20|22)(?!\d)/gu, (run = '') => digits(run, 'en')],
];

/** The text for the ear. It has no fewer words than the text for the eye. */
export function sayAloud(text: string, tongue: Tongue): string {
  const rules = tongue === 'en' ? ENGLISH : CHINESE(tongue);
  return rules.reduce((said, [shape, rewrite]) => said.replace(shape, rewrite), text);
}

function signs(code: string, tongue: Tongue): string {
  return [...code].map((sign) => digits(sign, tongue)).join(tongue === 'en' ? ', ' : '，');
}

/** With a short rest between the groups in which a number is written, else between threes and fours. */
function groups(run: string, tongue: Tongue): string {
  const written = run.split(/[ \u2009-]+/u);
  const parts = written.length > 1 ? written : grouped(run);
  return parts.map((part) => digits(part, tongue)).join(tongue === 'en' ? ', ' : '，');
}

/** 11 digits as a mobile number, 3 4 4; 8 as a slip, 3 3 2; 18 as an identity card, 6 8 4. */
function grouped(run: string): readonly string[] {
  const sizes = { 11: [3, 4, 4], 8: [3, 3, 2], 18: [6, 8, 4] }[run.length] ?? [4];
  const parts: string[] = [];
  for (let at = 0, n = 0; at < run.length; n += 1) {
    const size = sizes[n] ?? sizes.at(-1) ?? 4;
    parts.push(run.slice(at, at + size));
    at += size;
  }
  return parts;
}

function clock(hour: number, minute: number): string {
  const said = `${two(amount(hour), hour)}点`;
  if (minute === 0) return said;
  if (minute === 30) return `${said}半`;
  return `${said}${minute < 10 ? '零' : ''}${amount(minute)}分`;
}

/** 块 and 毛, as money is spoken of. */
function money(yuan: string, rest = ''): string {
  const whole = Number(yuan.replaceAll(',', ''));
  const [mao = '0', fen = '0'] = rest;
  const cents = [
    mao !== '0' ? `${two(amount(Number(mao)), Number(mao))}毛` : fen !== '0' ? '零' : '',
    fen !== '0' ? `${amount(Number(fen))}分` : '',
  ].join('');
  if (whole === 0 && cents !== '') return cents.replace(/^零/u, '');
  return `${two(amount(whole), whole)}块${cents}`;
}

function decimal(run: string): string {
  const [whole = '', rest = ''] = run.split('.');
  return `${amount(Number(whole))}点${plainDigits(rest, 'cmn')}`;
}
