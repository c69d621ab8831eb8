/** Numbers as words: one by one, as telephone numbers are said, or as an amount. */

export type Tongue = 'cmn' | 'yue' | 'en';

const HAN = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/** Digit by digit. Mandarin says 幺 for one in numbers that are read out, so that it is not heard as seven. */
export function digits(text: string, tongue: Tongue): string {
  const said = [...text].map((sign) => {
    const digit = Number(sign);
    if (tongue === 'en') return ENGLISH[digit] ?? sign;
    return tongue === 'cmn' && digit === 1 ? '幺' : (HAN[digit] ?? sign);
  });
  return said.join(tongue === 'en' ? ' ' : '');
}

/** Digits of a year or a room: 二零二六, 五零一. No 幺 in a year. */
export function plainDigits(text: string, tongue: Tongue): string {
  return tongue === 'en' ? digits(text, tongue) : [...text].map((sign) => HAN[Number(sign)] ?? sign).join('');
}

/** A whole amount as Chinese says it: 二十一, 一百零五, 两千. Up to 99,999,999; larger ones digit by digit. */
export function amount(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value > 99_999_999)
    return plainDigits(String(value), 'cmn');
  if (value >= 10_000) {
    const rest = value % 10_000;
    const gap = rest > 0 && rest < 1_000 ? '零' : '';
    return `${two(amount(Math.floor(value / 10_000)), value / 10_000)}万${gap}${rest > 0 ? amount(rest) : ''}`;
  }
  return belowTenThousand(value);
}

function belowTenThousand(value: number): string {
  if (value < 10) return HAN[value] ?? '';
  if (value < 20) return `十${value > 10 ? HAN[value - 10] : ''}`;
  const units: readonly (readonly [number, string])[] = [
    [1_000, '千'],
    [100, '百'],
    [10, '十'],
  ];
  let rest = value;
  let said = '';
  for (const [size, unit] of units) {
    const digit = Math.floor(rest / size);
    rest %= size;
    if (digit > 0) said += `${digit === 2 && size === 1_000 ? '两' : (HAN[digit] ?? '')}${unit}`;
    else if (said !== '' && rest > 0 && !said.endsWith('零')) said += '零';
  }
  return rest > 0 ? said + (HAN[rest] ?? '') : said;
}

/** Before a measure word two is 两, never 二: 两点, 两块, 两万. */
export function two(said: string, value: number): string {
  return Math.floor(value) === 2 ? '两' : said;
}
