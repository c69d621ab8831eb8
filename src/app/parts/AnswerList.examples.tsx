import { AnswerList } from './AnswerList.tsx';
import type { Examples } from './example.ts';

const change = (what: string) => ({ href: '#change', label: `改：${what}`, word: '改' });

export const examples: Examples = {
  'to check': () => (
    <AnswerList
      rows={[
        { id: 'broken', label: '哪里坏了', value: '水管漏水', change: change('哪里坏了') },
        {
          id: 'words',
          label: '您说的',
          value: '厨房水池下面的管子一直在滴水，接了半盆了。',
          change: change('您说的'),
        },
        { id: 'home', label: '什么时候在家', value: '明天上午，后天全天', change: change('什么时候在家') },
      ]}
    />
  ),
  'who gave it': () => (
    <AnswerList
      rows={[
        { id: 'broken', label: '哪里坏了', value: '水管漏水', note: '她自己填的' },
        {
          id: 'card',
          label: '身份证',
          value: '4301 ········ 2718',
          note: { text: '您填的 9:59', tone: 'sky' },
        },
        {
          id: 'tel',
          label: '联系电话',
          value: '还没有填',
          note: { text: '要问她', tone: 'clay' },
          change: change('联系电话'),
        },
      ]}
    />
  ),
};
