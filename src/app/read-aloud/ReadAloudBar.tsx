/** While the screen is being read: pause, again, stop. Also where there is no voice, and what to do then. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { TopBarButton } from '#app/parts/TopBar.tsx';
import { readSettings, writeSettings } from '#storage/device.ts';
import type { ReadAloud } from './ReadAloud.tsx';
import './read-aloud.css';

export function ReadAloudBar({ aloud }: { readonly aloud: ReadAloud }) {
  const t = useT();
  const { base } = useDeps();
  const { state, read, stop, pause, resume, setBar } = aloud;
  const [heard, setHeard] = useState(() => readSettings().voice !== undefined);
  if (state.at === 'silent') return null;
  if (state.at === 'no-voice' || state.at === 'not-loaded')
    return (
      <p class="read-aloud" role="status">
        {t(state.at === 'no-voice' ? 'read-aloud:none' : 'read-aloud:not_loaded')}
      </p>
    );

  const own = base === '';
  const say = (voice: 'any' | 'engine') => {
    writeSettings({ voice });
    setHeard(true);
  };
  const asks = !heard && state.at !== 'loading';
  return (
    <div class="read-aloud" ref={setBar} role="group" aria-label={t('common:aloud.title')}>
      <p role="status">
        {asks
          ? t('read-aloud:heard')
          : t(state.at === 'loading' ? 'read-aloud:loading' : 'read-aloud:speaking')}
      </p>
      <div class="read-aloud-acts">
        {asks ? (
          <>
            <TopBarButton
              icon="tick"
              label={t('read-aloud:heard.yes')}
              onPress={() => say(readSettings().voice ?? 'any')}
            />
            <TopBarButton
              icon="close"
              label={t('read-aloud:heard.no')}
              onPress={() => {
                say('engine');
                read(own);
              }}
            />
          </>
        ) : (
          <>
            {!own && (
              <TopBarButton icon="person" label={t('read-aloud:private')} onPress={() => read(true)} />
            )}
            {state.at === 'paused' ? (
              <TopBarButton icon="go" label={t('read-aloud:resume')} onPress={resume} />
            ) : (
              <TopBarButton icon="pause" label={t('read-aloud:pause')} onPress={pause} />
            )}
            <TopBarButton icon="again" label={t('read-aloud:again')} onPress={() => read(own)} />
          </>
        )}
        <TopBarButton icon="stop" label={t('read-aloud:stop')} onPress={stop} />
      </div>
    </div>
  );
}
