/** What the camera sees. It is asked for when this is shown, and let go when it goes; without one the typed way stays. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useT } from '#app/i18n.ts';
import { Notice } from '#app/parts/Notice.tsx';
import type { NoCamera } from '#assist/qr-camera.ts';

const WORDS = {
  refused: 'acting:scan.refused',
  missing: 'acting:scan.missing',
  'not-possible': 'acting:scan.not_possible',
} as const satisfies Record<NoCamera, string>;

type Props = { readonly hear: (text: string) => void };

export function ScanBox({ hear }: Props) {
  const t = useT();
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<NoCamera>();
  const latest = useRef(hear);
  latest.current = hear;

  useEffect(() => {
    let closed = false;
    let stop = (): void => undefined;
    void (async () => {
      const { watchCamera } = await import('#assist/qr-camera.ts');
      if (!video.current || closed) return;
      const watching = await watchCamera(video.current, (text) => latest.current(text));
      if (typeof watching === 'string') return setTrouble(watching);
      stop = watching.stop;
      if (closed) stop();
    })();
    return () => {
      closed = true;
      stop();
    };
  }, []);

  return (
    <div class="acting-scan">
      {trouble ? (
        <div role="alert">
          <Notice tone="sun" icon="camera" title={t(WORDS[trouble])}>
            <p>{t('acting:scan.else')}</p>
          </Notice>
        </div>
      ) : (
        <>
          <p>{t('acting:scan.line')}</p>
          <video ref={video} muted aria-label={t('acting:scan.seen')} />
        </>
      )}
    </div>
  );
}
