/**
 * A sheet to sign on with a finger, a pen or a mouse. Who cannot draw has two witnesses instead, so that no
 * hand is needed (WCAG 2.5.7). Kept as lines, not as a picture: small, and read by nothing but eyes.
 */
import { useRef } from 'preact/hooks';
import { useT } from '#app/i18n.ts';
import type { Stroke } from '#domain/mandate/mandate.ts';

type Props = {
  readonly strokes: readonly Stroke[];
  readonly onChange: (strokes: readonly Stroke[]) => void;
};

const SIDE = 1000;
/** A step shorter than this is a trembling, and the wire bounds a line's length. */
const STEP = 6;
const NUMBERS_MOST = 1000;
const STROKES_MOST = 60;

export function Signature({ strokes, onChange }: Props) {
  const t = useT();
  const drawing = useRef(false);
  // A finger is quicker than a drawing of the screen: the newest line, not the one last drawn.
  const latest = useRef(strokes);

  function keep(next: readonly Stroke[]): void {
    latest.current = next;
    onChange(next);
  }

  function pointOf(event: PointerEvent & { readonly currentTarget: Element }): readonly [number, number] {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const place = (at: number, size: number) =>
      Math.min(SIDE, Math.max(0, Math.round((at / (size || 1)) * SIDE)));
    return [place(event.clientX - left, width), place(event.clientY - top, height)];
  }

  function goOn(point: readonly [number, number]): void {
    const line = latest.current.at(-1) ?? [];
    const [x = 0, y = 0] = line.slice(-2);
    if (line.length + 2 > NUMBERS_MOST || Math.hypot(point[0] - x, point[1] - y) < STEP) return;
    keep([...latest.current.slice(0, -1), [...line, ...point]]);
  }

  return (
    <div class="acting-sign">
      <svg
        id="acting-sign"
        class="acting-sheet"
        viewBox={`0 0 ${SIDE} ${SIDE}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={strokes.length > 0 ? t('acting:sign.done') : t('acting:sign.empty')}
        tabIndex={-1}
        onPointerDown={(event) => {
          if (latest.current.length >= STROKES_MOST) return;
          drawing.current = true;
          event.currentTarget.setPointerCapture?.(event.pointerId);
          keep([...latest.current, [...pointOf(event)]]);
        }}
        onPointerMove={(event) => drawing.current && goOn(pointOf(event))}
        onPointerUp={() => (drawing.current = false)}
        onPointerCancel={() => (drawing.current = false)}
      >
        {strokes.map((stroke, place) => (
          <polyline key={place} points={stroke.join(' ')} vector-effect="non-scaling-stroke" />
        ))}
      </svg>
      <button type="button" class="hall-button" onClick={() => keep([])}>
        {t('acting:sign.again')}
      </button>
    </div>
  );
}
