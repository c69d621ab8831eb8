import { useState } from 'preact/hooks';
import type { Examples } from './example.ts';
import { TextBox } from './TextBox.tsx';

type Props = Omit<Parameters<typeof TextBox>[0], 'value' | 'onInput'> & { readonly first?: string };

function Writing({ first = '', ...rest }: Props) {
  const [text, setText] = useState(first);
  return <TextBox {...rest} value={text} onInput={setText} />;
}

export const examples: Examples = {
  telephone: () => (
    <Writing
      id="tel"
      label="怎么打电话找到您？"
      hint="手机或家里的电话都行。"
      inputMode="tel"
      autocomplete="tel"
      first="138 0731 2718"
    />
  ),
  money: () => <Writing id="money" label="大约多少钱？" inputMode="decimal" suffix="元" />,
  'several lines': () => (
    <Writing
      id="words"
      label="您慢慢说"
      lines={4}
      maxLength={40}
      first="厨房水池下面的管子一直在滴水，接了半盆了。昨天晚上开始的，关了总阀就好。"
    />
  ),
  mistaken: () => (
    <Writing
      id="card"
      label="身份证号码"
      first="4301031948"
      error="身份证号码要 18 位，现在是 10 位"
      inputMode="text"
    />
  ),
};
