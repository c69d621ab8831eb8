/** Photos of a request: from this device, else fetched when they are looked at. Without a line their words stand for them. */
import { useState } from 'preact/hooks';
import { useT } from '#app/i18n.ts';
import { PhotoRow } from '#app/parts/PhotoRow.tsx';
import { usePhotoUrls } from '#app/screens/request/use-photo-urls.ts';
import type { Photo } from '#domain/answers/answer.ts';

type Props = { readonly photos: readonly Photo[]; readonly label: string };

export function LazyPhotos(props: Props) {
  const [tries, setTries] = useState(0);
  return <Row key={tries} {...props} again={() => setTries(tries + 1)} />;
}

function Row({ photos, label, again }: Props & { readonly again: () => void }) {
  const t = useT();
  const urls = usePhotoUrls(photos);
  const missing = photos.filter(({ id }) => urls[id] === undefined).length;
  return (
    <div>
      <PhotoRow
        photos={photos.map(({ id }, at) => ({
          id,
          url: urls[id],
          label: t('hall-request:photo.label', { label, place: at + 1 }),
        }))}
      />
      {missing > 0 && (
        <p>
          {t('hall-request:photo.later', { count: missing })}{' '}
          <button type="button" class="hall-button" onClick={again}>
            {t('hall-request:photo.again')}
          </button>
        </p>
      )}
    </div>
  );
}
