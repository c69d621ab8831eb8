/**
 * A code to scan: one that stands still, or frames in turn. Black on white in every theme.
 *
 * Two and a half frames a second: far from the three flashes that are the limit (WCAG 2.3.2). It can be stopped, and stepped by hand; who wants less motion gets a slow turn from the start.
 */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { FRAME_MS, frameAt } from '#assist/frames.ts';
import { qrPicture } from '#assist/qr-picture.ts';

const CALM_FRAME_MS = 2_000;

export function StillPicture({ text, label }: { readonly text: string; readonly label: string }) {
  const picture = useMemo(() => qrPicture(text), [text]);
  return <Picture {...picture} label={label} />;
}

export function FramePicture({ frames }: { readonly frames: readonly string[] }) {
  const t = useT();
  const [place, setPlace] = useState(0);
  const [stopped, setStopped] = useState(false);
  const calm = useMemo(wantsCalm, []);
  const moves = frames.length > 1;
  useEffect(() => {
    if (stopped || !moves) return undefined;
    const turn = setInterval(() => setPlace((at) => at + 1), calm ? CALM_FRAME_MS : FRAME_MS);
    return () => clearInterval(turn);
  }, [stopped, moves, calm]);

  const { text, turn } = frameAt(frames, place);
  const picture = useMemo(() => qrPicture(text, turn), [text, turn]);
  return (
    <>
      <Picture {...picture} label={t('hand-over:picture.frames')} />
      {moves && (
        <>
          <p class="hand-over-place" aria-hidden="true">
            {t('hand-over:picture.place', { n: (place % frames.length) + 1, of: frames.length })}
          </p>
          <div class="hand-over-frames">
            <BigButton look="plain" onPress={() => setStopped(!stopped)}>
              {stopped ? t('hand-over:picture.go') : t('hand-over:picture.stop')}
            </BigButton>
            {(stopped || calm) && (
              <BigButton look="plain" onPress={() => setPlace((before) => before + 1)}>
                {t('hand-over:picture.next')}
              </BigButton>
            )}
          </div>
        </>
      )}
    </>
  );
}

type PictureProps = { readonly size: number; readonly path: string; readonly label: string };

function Picture({ size, path, label }: PictureProps) {
  return (
    <svg class="hand-over-picture" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} class="hand-over-white" />
      <path d={path} class="hand-over-black" />
    </svg>
  );
}

function wantsCalm(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
}
