/** For the relative: the code from the other phone, one's own name, and what one calls the other person. */
import { useRef } from 'preact/hooks';
import { Page } from '#app/frame/Page.tsx';
import { useT, type T } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { useAccept, type AcceptTrouble } from './use-accept.ts';

export function AcceptScreen() {
  const t = useT();
  const album = useRef<HTMLInputElement>(null);
  const { typed, setCode, setCalled, setName, busy, trouble, send, readPicture } = useAccept();
  const errorAt = (box: AcceptTrouble['box']) => (trouble?.box === box ? sayTrouble(trouble, t) : undefined);
  const errors = (['code', 'name'] as const).flatMap((box) => {
    const text = errorAt(box);
    return text === undefined ? [] : [{ href: `#accept-${box}`, text }];
  });
  const other = errorAt('none');

  return (
    <Page
      title={t('family:accept.title')}
      back="/family"
      errors={errors}
      bottom={
        <BigButton look="main" busy={busy} onPress={() => void send()}>
          {busy ? t('family:accept.sending') : t('family:accept.send')}
        </BigButton>
      }
    >
      <div role="alert">{other !== undefined && <Notice tone="clay" icon="warn" title={other} />}</div>
      <TextBox
        id="accept-code"
        label={t('family:accept.code')}
        value={typed.code}
        onInput={setCode}
        error={errorAt('code')}
      />
      <input
        ref={album}
        type="file"
        accept="image/*"
        hidden
        aria-label={t('family:accept.photo')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void readPicture(file);
          event.currentTarget.value = ''; // the same picture can be chosen again
        }}
      />
      <BigButton look="plain" icon="photo" onPress={() => album.current?.click()}>
        {t('family:accept.photo')}
      </BigButton>
      <TextBox
        id="accept-name"
        label={t('family:accept.name')}
        value={typed.name}
        maxLength={50}
        autocomplete="name"
        onInput={setName}
        error={errorAt('name')}
      />
      <TextBox
        id="accept-called"
        label={t('family:accept.called')}
        hint={t('family:accept.called_hint')}
        value={typed.called}
        maxLength={20}
        onInput={setCalled}
      />
    </Page>
  );
}

function sayTrouble(trouble: AcceptTrouble, t: T): string {
  if (trouble.box === 'name') return t('family:accept.missing.name');
  if (trouble.why === 'slow-down') return t('family:accept.slow-down', { seconds: trouble.seconds });
  return t(`family:accept.${trouble.why}`);
}
