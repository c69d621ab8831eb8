/** The code for whoever helps: eight large signs, a picture to scan, how long both hold, and what has become of it. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { Page } from '#app/frame/Page.tsx';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { DeedTrouble } from '#app/screens/request/DeedTrouble.tsx';
import type { DeedState } from '#app/screens/request/use-deed.ts';
import { CODE_MS } from '#domain/mandate/mandate.ts';
import { signsToSay } from '#assist/sign-code.ts';
import type { HandedOver } from '#storage/two-hands.ts';
import { FramePicture, StillPicture } from './CodePicture.tsx';
import { codeText } from './letter.ts';
import { OfficeCall } from './OfficeCall.tsx';
import { useFrames } from './use-frames.ts';
import type { Known } from './use-hand-over.ts';

type Props = {
  readonly known: Known;
  readonly code: string;
  readonly handedOver: HandedOver;
  readonly officeNow: number;
  readonly state: DeedState;
  readonly onTakeBack: () => void;
};

const MOST = CODE_MS / 60_000;

export function CodeStep({ known, code, handedOver, officeNow, state, onTakeBack }: Props) {
  const t = useT();
  const { base } = useDeps();
  const { draft, office, atOffice } = known;
  /** The worker's device may be without a network while this phone has one. */
  const [wantsFrames, setWantsFrames] = useState(false);
  const frames = useFrames(handedOver.stepId, code, office);
  const minutes = Math.min(MOST, Math.max(1, Math.ceil((handedOver.codeUntil - officeNow) / 60_000)));
  const isStill = atOffice && !wantsFrames;

  return (
    <Page title={t('hand-over:code.title')} back={`/draft/${draft.id}/${draft.place}`}>
      <DeedTrouble state={state} />
      <p>{t('hand-over:code.line')}</p>
      <p class="hand-over-code" lang="en">
        <span aria-hidden="true">{code.slice(0, 4)}</span>
        <span aria-hidden="true">{code.slice(4)}</span>
        <span class="for-readers">{signsToSay(code).join(' ')}</span>
      </p>
      {isStill && <StillPicture text={codeText(code)} label={t('hand-over:picture.still')} />}
      {!isStill && Array.isArray(frames) && <FramePicture frames={frames} />}
      {!isStill && frames === 'making' && <p aria-live="polite">{t('hand-over:picture.making')}</p>}
      {atOffice ? (
        <Notice tone="mint" icon="tick" title={t('hand-over:state.office')} live>
          {t('hand-over:state.office_line')}
        </Notice>
      ) : (
        <Notice tone="sun" icon="phone-tick" title={t('hand-over:state.device')} live>
          {frames === 'none' ? t('hand-over:state.no_picture') : t('hand-over:state.device_line')}
        </Notice>
      )}
      <p role="status">{t('hand-over:code.holds', { minutes })}</p>
      {atOffice && frames !== 'none' && (
        <BigButton look="plain" onPress={() => setWantsFrames(!wantsFrames)}>
          {wantsFrames ? t('hand-over:picture.to_still') : t('hand-over:picture.to_frames')}
        </BigButton>
      )}
      <BigButton look="plain" icon="pen" href={`${base}/draft/${draft.id}/${draft.place}`}>
        {t('hand-over:go_on')}
      </BigButton>
      <BigButton look="warn" busy={state.at === 'keeping'} onPress={onTakeBack}>
        {t('hand-over:take_back')}
      </BigButton>
      <OfficeCall office={office} />
    </Page>
  );
}
