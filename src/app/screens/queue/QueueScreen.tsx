/** The hall's main screen: the queue, and beside it (on a small screen: in its place) the request that is open. */
import { useT } from '#app/i18n.ts';
import { HallRequestScreen } from '#app/screens/hall-request/HallRequestScreen.tsx';
import { QueueList } from './QueueList.tsx';
import './queue.css';

export function QueueScreen({ requestId }: { readonly requestId: string | undefined }) {
  const t = useT();
  return (
    <div class="hall-columns" data-open={requestId === undefined ? 'list' : 'request'}>
      <QueueList openId={requestId} />
      <div class="hall-one">
        {requestId === undefined ? (
          <p class="hall-pick">{t('queue:pick')}</p>
        ) : (
          <HallRequestScreen key={requestId} id={requestId} />
        )}
      </div>
    </div>
  );
}
