import type { Examples } from './example.ts';
import { PhotoRow } from './PhotoRow.tsx';

const KITCHEN =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path fill="#cfe3dc" d="M0 0h40v30H0z"/><path fill="#8fa9a0" d="M6 16h28v14H6zM19 6h3v10h-3z"/><circle cx="26" cy="24" r="2" fill="#e9a23b"/></svg>',
  );

export const examples: Examples = {
  kept: () => (
    <PhotoRow
      photos={[
        { id: 'a', url: KITCHEN, label: '照片 1：水池下面' },
        { id: 'b', label: '照片 2，在别的手机上' },
      ]}
    />
  ),
  'to take away': () => (
    <PhotoRow
      photos={[
        { id: 'a', url: KITCHEN, label: '照片 1：水池下面' },
        { id: 'b', url: KITCHEN, label: '照片 2：地板' },
      ]}
      remove={{ label: (id) => `不要照片 ${id === 'a' ? 1 : 2}`, onPress: () => undefined }}
    />
  ),
};
