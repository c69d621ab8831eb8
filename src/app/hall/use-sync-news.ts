/** The latest of the sending; the component is drawn again when there is news. */
import { useEffect, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { SyncNews } from '#sync/start.ts';

export function useSyncNews(): SyncNews {
  const { syncNews } = useDeps();
  const [news, setNews] = useState(syncNews.current);
  useEffect(() => {
    setNews(syncNews.current());
    return syncNews.listen(setNews);
  }, [syncNews]);
  return news;
}
