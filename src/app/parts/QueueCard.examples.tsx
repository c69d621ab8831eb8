import type { Examples } from './example.ts';
import { QueueCard } from './QueueCard.tsx';

export const examples: Examples = {
  open: () => (
    <QueueCard
      chosen
      href="#1"
      title="王秀兰 · 水管漏水"
      line="3 栋 2 单元 501 · 她按了“帮我办”"
      due={{ text: '今天 17:00', tone: 'clay' }}
    />
  ),
  waiting: () => (
    <QueueCard
      href="#2"
      title="陈福根 · 送饭上门"
      line="1 栋 101 · 一个人住"
      due={{ text: '明天', tone: 'plain' }}
      marks={[
        { text: '还没送出', tone: 'sun' },
        { text: '2 张照片', tone: 'plain' },
      ]}
    />
  ),
};
