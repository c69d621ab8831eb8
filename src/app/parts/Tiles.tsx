/** Tiles as a list: one column on a phone, two where there is room. */
import { toChildArray, type ComponentChildren } from 'preact';
import './tile.css';

export function Tiles({ children }: { readonly children: ComponentChildren }) {
  return (
    <ul class="tiles">
      {toChildArray(children).map((child, place) => (
        <li key={place}>{child}</li>
      ))}
    </ul>
  );
}
