/** A request that was begun: one press leads back to the very question. */
import { useDeps } from '#app/deps.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { Tile } from '#app/parts/Tile.tsx';
import { sayWhen } from '#app/say.ts';
import { useWords } from '#app/use-words.ts';
import type { DraftRow } from '#storage/database.ts';

export function DraftCard({ draft }: { readonly draft: DraftRow }) {
  const t = useT();
  const language = useLanguage();
  const words = useWords();
  const { base, now } = useDeps();
  const when = sayWhen(draft.changedAt, { t, language, now: now() });
  return (
    <section class="home-draft" aria-label={t('home:draft.heading')}>
      <Tile
        icon="pen"
        title={t('home:draft.title', { matter: words(draft.matter.title) })}
        line={
          draft.forElder ? t('home:helping', { name: draft.forElder.called }) : t('home:draft.line', { when })
        }
        href={`${base}/draft/${draft.id}/${draft.place}`}
      />
    </section>
  );
}
