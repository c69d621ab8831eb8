/** What the worker can do next, and what became of the last step. */
import { useHall } from '#app/hall/hall-context.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { KeyHint } from '#app/parts/KeyHint.tsx';
import type { WritingStep } from './offers.ts';
import { Outcome } from './Outcome.tsx';
import type { Acts } from './use-acts.ts';
import type { HallRequest } from './use-hall-request.ts';
import { WordsPanel } from './WordsPanel.tsx';

/** What is to be done here stands out, and what happens seldom steps back. */
function lookOf(kind: WritingStep, offered: readonly WritingStep[]): 'main' | 'plain' | 'quiet' {
  if (kind === 'confirm' || kind === 'finish') return 'main';
  if (kind === 'settle') return offered.includes('confirm') ? 'plain' : 'main';
  return kind === 'object' || kind === 'end-mandate' ? 'quiet' : 'plain';
}

export function HallActs({ found, acts }: { readonly found: HallRequest; readonly acts: Acts }) {
  const t = useT();
  const { settings } = useHall();
  const { deed, panel, mayTake, writing } = acts;
  return (
    <section class="hall-acts" aria-labelledby="hall-acts" data-writing={panel !== undefined}>
      <h2 id="hall-acts" class="for-readers">
        {t('hall-request:acts')}
      </h2>
      <Outcome shown={found.shown} state={deed.state} />
      {panel ? (
        <WordsPanel
          key={panel.kind + (panel.reused ?? '')}
          kind={panel.kind}
          reused={panel.reused}
          found={found}
          deed={deed}
          close={acts.close}
        />
      ) : (
        <div class="hall-act-buttons">
          {!mayTake && writing.length === 0 && <p>{t('hall-request:acts.none')}</p>}
          {mayTake && (
            <BigButton look="main" icon="tick" onPress={acts.take} busy={deed.state.at === 'keeping'}>
              {t('hall-request:take')} {settings.shortcuts && <KeyHint keys="T" />}
            </BigButton>
          )}
          {writing.map((kind) => (
            <BigButton key={kind} look={lookOf(kind, writing)} onPress={() => acts.open(kind)}>
              {t(`hall-request:${kind}`)}
            </BigButton>
          ))}
        </div>
      )}
    </section>
  );
}
