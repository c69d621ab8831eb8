/**
 * Photos, by camera or from the phone. Everything is kept before the camera opens, for a weak phone
 * may end this page while it is open (field-tm #2740). A photo is never a must.
 */
import { useRef } from 'preact/hooks';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { FieldError } from '#app/parts/FieldError.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { PhotoRow } from '#app/parts/PhotoRow.tsx';
import type { FieldProps } from './field-props.ts';
import { usePhotos } from './use-photos.ts';

type Props = FieldProps<'photos'> & {
  readonly draftId: string;
  /** Words and place, before the camera opens. */
  readonly keepAll: () => Promise<void>;
  readonly onWork: (work: Promise<unknown>) => void;
};

export function PhotosField({
  field,
  id,
  draftId,
  question,
  entry,
  error,
  onChoose,
  keepAll,
  onWork,
}: Props) {
  const t = useT();
  const { most } = field;
  const { photos, isFull, busy, trouble, add, remove } = usePhotos({
    draftId,
    entry,
    most,
    onChoose,
    onWork,
  });
  const camera = useRef<HTMLInputElement>(null);
  const album = useRef<HTMLInputElement>(null);
  const numberOf = (photoId: string) => photos.findIndex((photo) => photo.id === photoId) + 1;

  const open = (input: HTMLInputElement | null) => void keepAll().then(() => input?.click());
  const chosen = (input: HTMLInputElement) => {
    add([...(input.files ?? [])]);
    input.value = ''; // the same photo can be chosen again after it was taken away
  };
  function sayStatus(): string {
    if (busy) return t('question:photos.busy');
    if (isFull) return t('question:photos.full', { most });
    if (photos.length === 0) return t('question:photos.most', { most });
    return t('question:photos.count', { most, number: photos.length });
  }
  const picker = {
    type: 'file',
    accept: 'image/*',
    hidden: true,
    'aria-label': question,
    onChange: (event: { currentTarget: HTMLInputElement }) => chosen(event.currentTarget),
  } as const;

  return (
    <fieldset id={id} tabIndex={-1} class="question-photos">
      <legend class="for-readers">{question}</legend>
      {error && <FieldError id={`${id}-error`} text={error} />}
      <input ref={camera} {...picker} capture="environment" />
      <input ref={album} {...picker} multiple />
      {photos.length > 0 && (
        <PhotoRow
          photos={photos.map((photo) => ({
            ...photo,
            label: t('question:photos.label', { number: numberOf(photo.id) }),
          }))}
          remove={{
            label: (photoId) => t('question:photos.remove', { number: numberOf(photoId) }),
            onPress: (photoId) => void remove(photoId),
          }}
        />
      )}
      <p aria-live="polite">{sayStatus()}</p>
      {trouble && <Notice tone="clay" icon="warn" title={t(`question:photos.trouble.${trouble}`)} live />}
      {!isFull && (
        <>
          <BigButton look="plain" icon="camera" busy={busy} onPress={() => open(camera.current)}>
            {t('question:photos.take')}
          </BigButton>
          <BigButton look="plain" icon="photo" busy={busy} onPress={() => open(album.current)}>
            {t('question:photos.choose')}
          </BigButton>
        </>
      )}
      <p class="question-small">{t('question:photos.private')}</p>
    </fieldset>
  );
}
