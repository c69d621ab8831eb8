/** Photos side by side, each with its own words; one that is not on this device is shown by its words alone. */
import { Icon } from './Icon.tsx';
import './photo-row.css';

export type PhotoShown = { readonly id: string; readonly url?: string | undefined; readonly label: string };

type Props = {
  readonly photos: readonly PhotoShown[];
  readonly remove?:
    | { readonly label: (id: string) => string; readonly onPress: (id: string) => void }
    | undefined;
};

export function PhotoRow({ photos, remove }: Props) {
  return (
    <ul class="photos">
      {photos.map(({ id, url, label }) => (
        <li key={id} class="photo">
          {url ? (
            <img src={url} alt={label} />
          ) : (
            <span class="photo-missing">
              <Icon name="photo" />
              <span>{label}</span>
            </span>
          )}
          {remove && (
            <button type="button" class="photo-remove" onClick={() => remove.onPress(id)}>
              <Icon name="trash" />
              <span>{remove.label(id)}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
