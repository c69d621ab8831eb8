/** Up to three photos beside the words: chosen by one button, each with a way to take it away again. */
import { Icon } from '#app/parts/Icon.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { PhotoRow } from '#app/parts/PhotoRow.tsx';
import { useT } from '#app/i18n.ts';
import { usePhotoUrls } from '../request/use-photo-urls.ts';
import type { HalfWords } from '../request/use-half-words.ts';
import { PHOTOS_MOST, useAddPhotos } from './use-add-photos.ts';
import './add.css';

export function AddPhotos({ requestId, half }: { readonly requestId: string; readonly half: HalfWords }) {
  const t = useT();
  const { photos, state, take, remove } = useAddPhotos(requestId, half);
  const urls = usePhotoUrls(photos);
  const placeOf = (id: string) => photos.findIndex((photo) => photo.id === id) + 1;

  return (
    <section class="stack" aria-label={t('add:photos.title')}>
      <h2>{t('add:photos.title')}</h2>
      {photos.length > 0 && (
        <PhotoRow
          photos={photos.map(({ id }) => ({
            id,
            url: urls[id],
            label: t('request:photo.yours', { n: placeOf(id) }),
          }))}
          remove={{
            label: (id) => t('add:photos.remove', { n: placeOf(id) }),
            onPress: (id) => void remove(id),
          }}
        />
      )}
      <div aria-live="polite">
        {state.at === 'shrinking' && <p>{t('add:photos.shrinking')}</p>}
        {state.at === 'ready' && state.trouble && (
          <Notice tone="clay" icon="warn" title={t('add:photos.not_taken')}>
            {t(`add:trouble.${state.trouble}`)}
          </Notice>
        )}
      </div>
      {photos.length < PHOTOS_MOST && (
        <label class="big-button big-button-plain add-photo">
          <Icon name="camera" />
          <span>{t('add:photos.take')}</span>
          <input
            type="file"
            accept="image/*"
            multiple
            class="for-readers"
            // A weak phone may kill the page while the camera is open.
            onClick={() => void half.flush()}
            onChange={(event) => {
              const box = event.currentTarget;
              const chosen = Array.from(box.files ?? []);
              box.value = '';
              if (chosen.length > 0) void take(chosen);
            }}
          />
        </label>
      )}
    </section>
  );
}
