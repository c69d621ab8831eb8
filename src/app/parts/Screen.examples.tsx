import { examples as answers } from './AnswerList.examples.tsx';
import { BigButton } from './BigButton.tsx';
import { examples as choices } from './ChoiceList.examples.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import type { Examples } from './example.ts';
import { examples as notices } from './Notice.examples.tsx';
import { NumberOut } from './NumberOut.tsx';
import { Screen } from './Screen.tsx';
import { ScreenTitle } from './ScreenTitle.tsx';
import { TextBox } from './TextBox.tsx';
import { examples as tiles } from './Tile.examples.tsx';
import { examples as timelines } from './Timeline.examples.tsx';
import { examples as bars } from './TopBar.examples.tsx';

const bar = (name: string) => bars[name]?.();

export const examples: Examples = {
  home: () => (
    <Screen
      top={bar('home')}
      bottom={
        <BigButton look="plain" icon="phone" href="tel:87654321">
          打电话找人帮忙
        </BigButton>
      }
    >
      <ScreenTitle>今天要办什么事？</ScreenTitle>
      {tiles['several']?.()}
    </Screen>
  ),
  question: () => (
    <Screen top={bar('with a way back')} bottom={<BigButton look="main">下一步</BigButton>}>
      <ScreenTitle step="第 2 步，共 5 步">是哪里坏了？</ScreenTitle>
      {choices['one chosen']?.()}
    </Screen>
  ),
  missing: () => (
    <Screen
      top={bar('with reading aloud')}
      bottom={
        <>
          <BigButton look="main">下一步</BigButton>
          <BigButton look="quiet">这一题我不知道</BigButton>
        </>
      }
    >
      <ErrorSummary title="还差一样" errors={[{ href: '#name', text: '请写上您的名字' }]} />
      <ScreenTitle step="第 3 步，共 5 步">怎么称呼您？</ScreenTitle>
      <TextBox
        id="name"
        label="怎么称呼您？"
        labelHidden
        value=""
        onInput={() => undefined}
        error="请写上您的名字"
      />
    </Screen>
  ),
  check: () => (
    <Screen top={bar('with a way back')} bottom={<BigButton look="main">记下来，送到社区</BigButton>}>
      <ScreenTitle>您看看，都对吗？</ScreenTitle>
      {answers['to check']?.()}
    </Screen>
  ),
  kept: () => (
    <Screen top={bar('with a way back')} bottom={<BigButton look="main">知道了</BigButton>}>
      <ScreenTitle>都记在这部手机上了</ScreenTitle>
      {notices['only on this phone']?.()}
      <p>急事请打 8765 4321，有人接。</p>
    </Screen>
  ),
  request: () => (
    <Screen
      top={bar('with a way back')}
      bottom={
        <BigButton look="plain" icon="phone" href="tel:87654321">
          给李敏打电话
        </BigButton>
      }
    >
      <ScreenTitle>家里要修东西</ScreenTitle>
      {notices['the office has it']?.()}
      <NumberOut label="您的号码" number="38271405" spoken="3 8 2, 7 1 4, 0 5" />
      {timelines['on its way']?.()}
    </Screen>
  ),
};
