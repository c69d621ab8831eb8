/**
 * How hanzi are read in names. The library finds a reading by where the browser's Chinese collation puts the
 * sign; its table is of 2017, and since then some signs have moved: what ours puts right is named here.
 *
 * Where a browser has no Chinese collation nothing is known, and people are found by what is written only.
 */
import pinyin from 'tiny-pinyin';
import type { ReadingsOf } from '#domain/people/sounds-like.ts';

/**
 * The first sign of a reading's run, where the table's own has moved out of it (seen with ICU 78; unmended, 钱,
 * 乔 and 强 all read "qie"). `undefined`: no sign of the run stands in order, and the reading is no name's.
 */
const MENDED: Readonly<Record<string, string | undefined>> = {
  BEI: '卑',
  CHUA: undefined,
  DIAN: '掂',
  LE: '仂',
  LUO: '啰',
  N: undefined,
  NA: '拿',
  QIE: '且',
  RONG: '戎',
  ZHUO: '拙',
};

/** Family names read otherwise than the sign alone, and signs read in two ways; beside what the library says. */
const IN_NAMES: Readonly<Record<string, string>> = {
  万: 'mo',
  乐: 'yue',
  乜: 'nie',
  仇: 'qiu',
  佴: 'nai',
  俟: 'qi',
  冼: 'xian',
  区: 'ou',
  单: 'shan chan',
  卜: 'bu',
  召: 'shao',
  句: 'gou',
  员: 'yun',
  宿: 'xiu',
  尉: 'yu',
  折: 'she',
  曾: 'zeng',
  朝: 'zhao',
  朴: 'piao',
  查: 'zha',
  柏: 'bo',
  洗: 'xian',
  澹: 'tan',
  牟: 'mu',
  盖: 'ge',
  盛: 'cheng',
  祭: 'zhai',
  种: 'chong',
  秘: 'bi',
  繁: 'po',
  缪: 'miao',
  翟: 'zhai',
  能: 'nai',
  茜: 'xi',
  藏: 'zang',
  行: 'hang',
  覃: 'qin',
  解: 'xie',
  谌: 'shen',
  费: 'bi',
  郗: 'chi',
  都: 'du',
  重: 'chong',
  长: 'zhang',
  隗: 'kui',
  黑: 'he',
};

const isKnown = pinyin.isSupported() && mend();
const remembered = new Map<string, readonly string[]>();

/** Every reading of one hanzi, its own in names first; empty for what is no hanzi. */
export const readingsOf: ReadingsOf = (hanzi) => {
  const before = remembered.get(hanzi);
  if (before) return before;
  const [token] = isKnown ? pinyin.parse(hanzi) : [];
  const alone = token && token.target !== hanzi ? [token.target.toLowerCase()] : [];
  const readings = [...(IN_NAMES[hanzi]?.split(' ') ?? []), ...alone];
  remembered.set(hanzi, readings);
  return readings;
};

/** Puts our signs into the library's table, and takes out what this browser sorts elsewhere: one such leads others astray. */
function mend(): true {
  const { compare } = new Intl.Collator(['zh-Hans-CN', 'zh-CN']); // the library's own
  pinyin.patchDict((table) => {
    const runs = table.PINYINS.flatMap((reading, place) => {
      const first = reading in MENDED ? MENDED[reading] : table.UNIHANS[place];
      return first === undefined ? [] : [{ reading, first }];
    });
    const kept: typeof runs = [];
    for (const run of runs) {
      const last = kept.at(-1);
      if (!last || compare(last.first, run.first) < 0) kept.push(run);
    }
    table.PINYINS.splice(0, Infinity, ...kept.map(({ reading }) => reading));
    table.UNIHANS.splice(0, Infinity, ...kept.map(({ first }) => first));
  });
  return true;
}
