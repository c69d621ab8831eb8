/** The resident has a telephone: eight signs typed, a picture scanned, or a photo of it chosen. */
import { useRef, useState } from 'preact/hooks';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import type { CodeTrouble } from './redeem.ts';
import { ScanBox } from './ScanBox.tsx';
import type { useCode } from './use-code.ts';

export function CodeBox({ code }: { readonly code: ReturnType<typeof useCode> }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [scanning, setScanning] = useState(false);
  const album = useRef<HTMLInputElement>(null);
  const { state } = code;

  return (
    <section class="acting-code" aria-labelledby="acting-code-title">
      <h2 id="acting-code-title">{t('acting:code')}</h2>
      <form
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void code.redeem(typed);
        }}
      >
        <TextBox
          id="acting-code"
          label={t('acting:code.label')}
          hint={t('acting:code.hint')}
          value={typed}
          onInput={setTyped}
        />
        <BigButton look="main" type="submit" icon="search" busy={state.at === 'asking'}>
          {t('acting:code.find')}
        </BigButton>
      </form>
      <p role="status">
        {state.at === 'asking' && t('acting:code.asking')}
        {state.at === 'frames' && t('acting:code.frames', { have: state.have, of: state.of })}
      </p>
      {(state.at === 'trouble' || state.at === 'slow-down') && (
        <div role="alert">
          <Notice
            tone="clay"
            icon="warn"
            title={
              state.at === 'slow-down'
                ? t('acting:code.slow', { seconds: state.seconds })
                : t(TROUBLES[state.why])
            }
          />
        </div>
      )}
      {scanning && <ScanBox hear={(text) => void code.hear(text)} />}
      <p class="hall-row">
        <button type="button" class="hall-button" onClick={() => setScanning(!scanning)}>
          {scanning ? t('acting:scan.close') : t('acting:scan')}
        </button>
        <button type="button" class="hall-button" onClick={() => album.current?.click()}>
          {t('acting:scan.choose')}
        </button>
      </p>
      <input
        ref={album}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t('acting:scan.choose')}
        onChange={({ currentTarget }) => {
          void code.readPictures([...(currentTarget.files ?? [])]);
          currentTarget.value = ''; // the same picture can be chosen again
        }}
      />
    </section>
  );
}

const TROUBLES = {
  'not-a-code': 'acting:code.not_a_code',
  'not-ours': 'acting:code.not_ours',
  'no-code-in-picture': 'acting:code.no_picture',
  wrong: 'acting:code.wrong',
  used: 'acting:code.used',
  'too-late': 'acting:code.too_late',
  offline: 'acting:code.offline',
  'signed-out': 'acting:code.signed_out',
  service: 'acting:code.service',
  'no-key': 'acting:code.no_key',
  'not-for-us': 'acting:code.not_for_us',
  damaged: 'acting:code.damaged',
  'not-possible': 'acting:code.not_possible',
} as const satisfies Record<CodeTrouble, string>;
