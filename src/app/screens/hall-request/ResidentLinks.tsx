/**
 * Which relatives may help this resident, asked for when a worker wants to know, and ended for a resident who
 * asked for it. The list lives on the screen only.
 */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useServiceNow } from '#app/hall/use-service-now.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { TextBox } from '#app/parts/TextBox.tsx';
import { sayDay } from '#app/say.ts';
import { endLink, linksOfResident } from '#app/screens/family/link-calls.ts';
import { sayHelper, sayScopes } from '#app/screens/family/link-words.ts';
import type { NamedLink } from '#domain/mandate/link.ts';
import { holds } from '#storage/links.ts';

type Found = 'not-asked' | 'asking' | 'no-line' | readonly NamedLink[];

export function ResidentLinks({ residentId }: { readonly residentId: string }) {
  const t = useT();
  const { call } = useDeps();
  const now = useServiceNow();
  const [found, setFound] = useState<Found>('not-asked');

  async function look(): Promise<void> {
    setFound('asking');
    setFound((await linksOfResident(call, residentId)) ?? 'no-line');
  }

  const holding =
    typeof found === 'object' ? found.filter((link) => link.elderId === residentId && holds(link, now)) : [];
  return (
    <section class="stack" aria-label={t('hall-request:links')}>
      <p class="hall-row">
        <button type="button" class="hall-button" onClick={() => void look()}>
          {t('hall-request:links.look')}
        </button>
      </p>
      <div role="status">
        {found === 'asking' && <p>{t('common:loading')}</p>}
        {found === 'no-line' && <p>{t('hall-request:links.no_line')}</p>}
        {typeof found === 'object' && holding.length === 0 && <p>{t('hall-request:links.none')}</p>}
      </div>
      {holding.map((link) => (
        <OneLink key={link.id} link={link} onEnded={() => void look()} />
      ))}
    </section>
  );
}

function OneLink({ link, onEnded }: { readonly link: NamedLink; readonly onEnded: () => void }) {
  const t = useT();
  const language = useLanguage();
  const { call } = useDeps();
  const now = useServiceNow();
  const [words, setWords] = useState<string>();
  const [error, setError] = useState<string>();

  async function end(): Promise<void> {
    if (!words?.trim()) return setError(t('hall-request:links.who_asked'));
    if (await endLink(call, link.id, words.trim())) return onEnded();
    setError(t('hall-request:links.no_line'));
  }

  return (
    <div class="stack">
      <p>
        {t('hall-request:links.one', {
          helper: sayHelper(link, t),
          may: sayScopes(link.scopes, t, language),
          until: sayDay(link.until, { t, language, now }),
        })}
      </p>
      {words === undefined ? (
        <p class="hall-row">
          <button type="button" class="hall-button" onClick={() => setWords('')}>
            {t('hall-request:links.end')}
          </button>
        </p>
      ) : (
        <>
          <TextBox
            id={`link-${link.id}`}
            label={t('hall-request:links.words')}
            value={words}
            onInput={setWords}
            error={error}
          />
          <p class="hall-row">
            <button type="button" class="hall-button" onClick={() => void end()}>
              {t('hall-request:links.end_now')}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
