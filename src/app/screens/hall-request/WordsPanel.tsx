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
import { DoorChoice } from './DoorChoice.tsx';
import type { WritingStep } from './offers.ts';
import { PhotoAdder } from './PhotoAdder.tsx';
import { useHalfWritten } from './use-half-written.ts';
import type { HallRequest } from './use-hall-request.ts';

type Props = {
  readonly kind: WritingStep;
  readonly reused: string | undefined;
  readonly found: HallRequest;
  readonly deed: ReturnType<typeof useDeed>;
  readonly close: () => void;
};

const KEYS = { write: 'write', finish: 'finish', extend: 'extend', 'send-back': 'send_back' } as const;

export function WordsPanel({ kind, reused, found, deed, close }: Props) {
  const t = useT();
  const { officeId } = useDeps();
  const { request } = found.shown;
  const half = useHalfWritten(request.id, kind, reused);
  const [door, setDoor] = useState<string>();
  const [doorMissing, setDoorMissing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  async function send(): Promise<void> {
    const noDoor = kind === 'send-back' && door === undefined;
    setDoorMissing(noDoor);
    if (noDoor) return deed.rest();
    half.flush(); // a full disk must not cost the words
    const doing = doingOf(kind, { requestId: request.id, officeId }, half.words, half.photos, door ?? '');
    if (!(await deed.act(doing))) return;
    void half.done();
    close(); // at once: a second tap must not find the button
  }

  const key = KEYS[kind];
  const wordsError =
    deed.state.at === 'refused' && deed.state.kind === kind ? sayRefusal(deed.state.refused, t) : undefined;
  const doorError = doorMissing ? t('hall-request:send_back.door_missing') : undefined;
  const errors = [
    ...(doorError === undefined ? [] : [{ href: '#hall-door', text: doorError }]),
    ...(wordsError === undefined ? [] : [{ href: '#hall-words', text: wordsError }]),
  ];
  const withPhotos = kind === 'write' || kind === 'finish';

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
      {kind === 'send-back' && <DoorChoice found={found} door={door} choose={setDoor} error={doorError} />}
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

function doingOf(kind: WritingStep, about: About, words: string, photos: Photos, door: string): Doing {
  switch (kind) {
    case 'write':
      return { ...about, kind, words, photos };
    case 'finish':
      return { ...about, kind, result: words, photos };
    case 'extend':
      return { ...about, kind, reason: words };
    case 'send-back':
      return { ...about, kind, reason: words, door };
  }
}
