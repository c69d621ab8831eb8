/** Up to three photos with a worker's words. A photo is never asked for, only possible (GOV-3). */
import { useT } from '#app/i18n.ts';
import { Icon } from '#app/parts/Icon.tsx';
import { PhotoRow } from '#app/parts/PhotoRow.tsx';
import { usePhotoUrls } from '#app/screens/request/use-photo-urls.ts';
import type { Photo } from '#domain/answers/answer.ts';
import { usePanelPhotos } from './use-panel-photos.ts';

type Props = {
  readonly requestId: string;
  readonly photos: readonly Photo[];
  readonly change: (photos: readonly Photo[]) => Promise<void>;
};

const TROUBLE = {
  most: 'hall-request:photo.most',
  'not-a-picture': 'hall-request:photo.not_picture',
  'too-large': 'hall-request:photo.too_large',
  'phone-refused': 'hall-request:photo.refused',
  'no-room': 'hall-request:photo.no_room',
  'not-kept': 'hall-request:photo.not_kept',
  busy: 'hall-request:photo.busy',
} as const;

export function PhotoAdder({ requestId, photos, change }: Props) {
  const t = useT();
  const { state, pick, drop } = usePanelPhotos(requestId, photos, change);
  const urls = usePhotoUrls(photos);
  const place = (id: string) => photos.findIndex((photo) => photo.id === id) + 1;

  return (
    <div class="hall-photos">
      {photos.length > 0 && (
        <PhotoRow
          photos={photos.map(({ id }) => ({
            id,
            url: urls[id],
            label: t('hall-request:photo.own', { place: place(id) }),
          }))}
          remove={{
            label: (id) => t('hall-request:photo.remove', { place: place(id) }),
            onPress: (id) => void drop(id),
          }}
        />
      )}
      <label class="hall-button hall-file">
        <Icon name="photo" />
        {t('hall-request:photo.add')}
        <input
          class="for-readers"
          type="file"
          accept="image/*"
          onChange={(event) => {
            const box = event.currentTarget;
            const file = box.files?.[0];
            if (file) void pick(file);
            box.value = ''; // the same file may be picked again
          }}
        />
      </label>
      <p role="status">{state !== 'quiet' && t(TROUBLE[state])}</p>
    </div>
  );
}
