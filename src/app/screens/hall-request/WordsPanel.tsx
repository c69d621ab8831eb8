/** The box for one step that carries words: to the resident, a result, a reason. Closing it keeps the words. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { useDeed } from '#app/hall/use-deed.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { ErrorSummary } from '#app/parts/ErrorSummary.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { sayRefusal } from '#app/screens/request/say-refusal.ts';
import { WORDS_MOST } from '#domain/request/may-hold.ts';
import type { Doing } from '#storage/outbox.ts';
import type { WritingStep } from './offers.ts';
import { PhotoAdder } from './PhotoAdder.tsx';
import { PickOne } from './PickOne.tsx';
import { picksOf, withTheOnly, type Pick, type Picked } from './picks.ts';
import { useHalfWritten } from './use-half-written.ts';
import type { HallRequest } from './use-hall-request.ts';

type Props = {
  readonly kind: WritingStep;
  readonly reused: string | undefined;
  readonly found: HallRequest;
  readonly deed: ReturnType<typeof useDeed>;
  readonly close: () => void;
};

const KEYS = {
  write: 'write',
  add: 'add',
  finish: 'finish',
  extend: 'extend',
  'send-back': 'send_back',
  confirm: 'confirm',
  settle: 'settle',
  agree: 'agree',
  object: 'object',
  'end-mandate': 'end_mandate',
} as const;

export function WordsPanel({ kind, reused, found, deed, close }: Props) {
  const t = useT();
  const { officeId } = useDeps();
  const { request } = found.shown;
  const half = useHalfWritten(request.id, kind, reused);
  const [picked, setPicked] = useState<Picked>({});
  const [tried, setTried] = useState(false);
  const picks = withTheOnly(kind, request, picked);
  const missing = picksOf(kind, request).filter((pick) => picks[pick] === undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  async function send(): Promise<void> {
    setTried(true);
    if (missing.length > 0) return deed.rest();
    half.flush(); // a full disk must not cost the words
    const doing = doingOf(kind, { requestId: request.id, officeId }, half.words, half.photos, picks);
    if (!(await deed.act(doing))) return;
    void half.done();
    close(); // at once: a second tap must not find the button
  }

  const key = KEYS[kind];
  const wordsError =
    deed.state.at === 'refused' && deed.state.kind === kind ? sayRefusal(deed.state.refused, t) : undefined;
  const missed = tried ? missing : [];
  const sayMissing = (pick: Pick) => t(`hall-request:pick.${pick}_missing`);
  const errors = [
    ...missed.map((pick) => ({ href: `#hall-${pick}`, text: sayMissing(pick) })),
    ...(wordsError === undefined ? [] : [{ href: '#hall-words', text: wordsError }]),
  ];
  const withPhotos = kind === 'write' || kind === 'finish' || kind === 'add';

  return (
    <form
      class="hall-panel"
      aria-labelledby="hall-panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {errors.length > 0 && <ErrorSummary title={t('common:error.title')} errors={errors} />}
      <h3 id="hall-panel" tabIndex={-1} ref={heading}>
        {t(`hall-request:${kind}`)}
      </h3>
      {picksOf(kind, request).map((pick) => (
        <PickOne
          key={pick}
          pick={pick}
          found={found}
          chosen={picked[pick]}
          choose={(id) => setPicked({ ...picked, [pick]: id })}
          error={missed.includes(pick) ? sayMissing(pick) : undefined}
        />
      ))}
      <TextBox
        id="hall-words"
        label={t(`hall-request:${key}.label`)}
        hint={kind === 'send-back' ? undefined : t(`hall-request:${KEYS[kind]}.hint`)}
        lines={4}
        value={half.words}
        onInput={half.write}
        onLeave={half.flush}
        error={wordsError}
        maxLength={WORDS_MOST}
      />
      {half.lost && <p role="alert">{t('errors:not_kept')}</p>}
      {withPhotos && <PhotoAdder requestId={request.id} photos={half.photos} change={half.changePhotos} />}
      <div class="hall-act-buttons">
        <BigButton look="main" type="submit" icon="send" busy={deed.state.at === 'keeping'}>
          {t(`hall-request:${key}.submit`)}
        </BigButton>
        <BigButton look="quiet" onPress={close}>
          {t('hall-request:close')}
        </BigButton>
      </div>
    </form>
  );
}

type About = { readonly requestId: string; readonly officeId: string };
type Photos = ReturnType<typeof useHalfWritten>['photos'];

function doingOf(kind: WritingStep, about: About, words: string, photos: Photos, picks: Picked): Doing {
  switch (kind) {
    case 'write':
    case 'add':
      return { ...about, kind, words, photos };
    case 'finish':
      return { ...about, kind, result: words, photos };
    case 'extend':
      return { ...about, kind, reason: words };
    case 'send-back':
      return { ...about, kind, reason: words, door: picks.door ?? '' };
    case 'confirm':
    case 'agree':
    case 'end-mandate':
      return { ...about, kind, words };
    case 'settle':
      return { ...about, kind, words, outcome: picks.outcome === 'ended' ? 'ended' : 'goes-on' };
    case 'object':
      return {
        ...about,
        kind,
        words,
        about: picks.about ?? '',
        told: picks.told === 'counter' ? 'counter' : 'telephone',
      };
  }
}
