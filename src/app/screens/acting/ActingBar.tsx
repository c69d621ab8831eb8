/** For whom, until when, why: in sight whatever is scrolled, with the way to end it and the time that is left. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useHall } from '#app/hall/hall-context.ts';
import { maskName } from '#app/hall/mask.ts';
import { useT } from '#app/i18n.ts';
import { LazyReadAloudBar } from '#app/read-aloud/LazyReadAloudBar.tsx';
import { ReadAloudButton, useReadAloud } from '#app/read-aloud/ReadAloud.tsx';
import { Icon } from '#app/parts/Icon.tsx';
import { sayTime } from '#app/say.ts';
import { useWords } from '#app/use-words.ts';
import { isHanded, type ActingSession } from './acting-session.ts';
import { WARN_MS, type Acting } from './use-acting.ts';

const LOOK_MS = 1000;

type Props = { readonly session: ActingSession; readonly acting: Acting };

export function ActingBar({ session, acting }: Props) {
  const t = useT();
  const words = useWords();
  const { settings } = useHall();
  const aloud = useReadAloud();
  const [asking, setAsking] = useState(false);
  const { mandate, matter, endsAt } = session;
  const leftMs = useLeftMs(endsAt, () => void acting.end('time-up'));
  const filed = session.step === 'slip';
  const name = settings.masked ? maskName(mandate.residentName) : mandate.residentName;
  const canExtend = mandate.until - session.aheadMs > endsAt;

  return (
    <header class="acting-bar" aria-label={t('acting:bar')}>
      <Icon name="people" />
      <p class="acting-bar-words">
        <strong>{t('acting:bar.for', { name, matter: words(matter.title) })}</strong>{' '}
        <span>{t('acting:bar.until', { time: sayTime(mandate.until), reason: mandate.reason })}</span>
      </p>
      <ReadAloudButton aloud={aloud} />
      {asking ? (
        <>
          <p>{isHanded(session) ? t('acting:bar.sure_handed') : t('acting:bar.sure')}</p>
          <button type="button" class="hall-button" onClick={() => void acting.end('finished')}>
            {isHanded(session) ? t('acting:bar.give_back') : t('acting:bar.clear')}
          </button>
          <button type="button" class="hall-button" onClick={() => setAsking(false)}>
            {t('acting:bar.stay')}
          </button>
        </>
      ) : (
        <button
          type="button"
          class="hall-button"
          onClick={() => (filed ? void acting.end('finished') : setAsking(true))}
        >
          {t('acting:bar.finish')}
        </button>
      )}
      {/* Empty beforehand, or a reader would not hear what appears in it. */}
      <div role="alert" class="acting-bar-time">
        {leftMs <= WARN_MS && (
          <>
            <p>{canExtend ? t('acting:bar.warn') : t('acting:bar.warn_last')}</p>
            {canExtend && (
              <button type="button" class="hall-button" onClick={acting.extend}>
                {t('acting:bar.extend')}
              </button>
            )}
          </>
        )}
      </div>
      <LazyReadAloudBar aloud={aloud} />
    </header>
  );
}

function useLeftMs(endsAt: number, onEnd: () => void): number {
  const { now } = useDeps();
  const [deviceNow, setDeviceNow] = useState(now);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    const look = setInterval(() => {
      setDeviceNow(now());
      if (now() < endsAt) return;
      clearInterval(look); // once
      end.current();
    }, LOOK_MS);
    return () => clearInterval(look);
  }, [now, endsAt]);
  return endsAt - deviceNow;
}
