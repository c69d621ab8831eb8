/** Offers a new version on the home screen, and only while nothing is half filled. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { useLive } from '#app/use-live.ts';
import * as drafts from '#storage/drafts.ts';
import { useNewVersion } from './use-new-version.ts';

export function UpdateOffer() {
  const t = useT();
  const { db } = useDeps();
  const version = useNewVersion();
  const halfFilled = useLive(async () => (await drafts.list(db)).length, [db]);
  const [taking, setTaking] = useState(false);
  if (!version || halfFilled !== 0) return null;
  return (
    <Notice tone="mint" icon="star" title={t('update:title')} live>
      <p>{t('update:line')}</p>
      <BigButton
        look="plain"
        busy={taking}
        onPress={() => {
          setTaking(true);
          void version.take();
        }}
      >
        {t('update:take')}
      </BigButton>
    </Notice>
  );
}
