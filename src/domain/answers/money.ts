/** Amounts of money as people write them: 30 · 30.5 · ３０元 · 1,200 · 3块5 · 2万. Kept as whole fen. */
import { ok, refuse, type Result } from '#domain/result.ts';
import { withoutSpaces } from './typed.ts';

export type MoneyRefusal = 'money-not-number' | 'money-too-much';

export function readMoney(typed: string, mostYuan: number): Result<number, MoneyRefusal> {
  const text = withoutSpaces(typed)
    .toLowerCase()
    .replace(/。/gu, '.')
    .replace(/^(?:人民币|rmb|cny|[¥￥])/u, '')
    .replace(/块钱$/u, '块')
    .replace(/(?:整|rmb|cny)$/u, '');
  const fen = fenOf(text);
  if (fen === undefined) return refuse('money-not-number');
  return fen <= mostYuan * 100 ? ok(fen) : refuse('money-too-much');
}

/** 3050 → "30.5", as a person would write it. */
export function writeMoney(fen: number): string {
  const rest = String(fen % 100)
    .padStart(2, '0')
    .replace(/0+$/u, '');
  return `${Math.floor(fen / 100)}${rest && `.${rest}`}`;
}

function fenOf(text: string): number | undefined {
  // 30元5角2分, 3块5
  const spoken = /^(\d+)[元圆块](?:(\d)[角毛]?)?(?:(\d)分)?$/u.exec(text);
  if (spoken) return Number(spoken[1]) * 100 + Number(spoken[2] ?? 0) * 10 + Number(spoken[3] ?? 0);

  // 30, 30.5, 1,200.00, .5, 2万, 1.5万元
  const written = /^(\d{1,3}(?:[,，]\d{3})+|\d*)(?:\.(\d*))?(万)?[元圆块]?$/u.exec(text);
  if (!written) return undefined;
  const [, whole = '', part = '', many] = written;
  const places = many ? 6 : 2;
  if (whole + part === '' || part.length > places) return undefined;
  // Digits are moved as text, so that no fraction is ever rounded.
  return Number(whole.replace(/[,，]/gu, '') + part.padEnd(places, '0'));
}
