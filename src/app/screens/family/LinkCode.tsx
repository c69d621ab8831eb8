/** The code for the relative: eight large signs and the same as a picture, until somebody has come with it. */
import { useEffect, useState } from 'preact/hooks';
import { Page } from '#app/frame/Page.tsx';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { sayTime } from '#app/say.ts';
import type { QrPicture } from '#assist/qr-picture.ts';
import { showCode, signsToSay } from '#assist/sign-code.ts';
import { LINK_QR } from '#protocol/links.ts';
import { sayHelper } from './link-words.ts';
import { useLinks } from './use-links.ts';
import { useArrival, type Offered } from './use-offer.ts';
import './family.css';

type Props = {
  readonly offered: Offered;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
};

export function LinkCode({ offered, onCancel, onAgain }: Props) {
  const t = useT();
  const { links, refresh } = useLinks();
  const arrived = useArrival(offered, links, refresh);

  if (arrived) {
    const name = sayHelper(arrived, t);
    return (
      <Page
        title={t('family:code.accepted', { name })}
        bottom={
          <BigButton look="main" href="/family">
            {t('common:continue')}
          </BigButton>
        }
      >
        <Notice tone="mint" icon="people" title={t('family:code.accepted', { name })} live>
          <p>{t('family:code.accepted_line')}</p>
        </Notice>
      </Page>
    );
  }
  const isOver = links !== undefined && links.now > offered.codeUntil;
  return (
    <Page
      title={isOver ? t('family:code.over') : t('family:code.title')}
      back={onCancel}
      bottom={
        isOver ? (
          <BigButton look="main" onPress={onAgain}>
            {t('family:offer.give')}
          </BigButton>
        ) : (
          <BigButton look="plain" onPress={onCancel}>
            {t('family:code.cancel')}
          </BigButton>
        )
      }
    >
      {isOver ? <p>{t('family:code.over_line')}</p> : <Code offered={offered} />}
    </Page>
  );
}

function Code({ offered: { code, codeUntil } }: { readonly offered: Offered }) {
  const t = useT();
  return (
    <>
      <p class="link-code">
        <span class="for-readers">
          {t('family:code.label')} {signsToSay(code).join(' ')}
        </span>
        {showCode(code)
          .split(' ')
          .map((group, place) => (
            <span key={place} aria-hidden="true">
              {group}
            </span>
          ))}
      </p>
      <p>{t('family:code.how')}</p>
      <p>{t('family:code.half_hour', { time: sayTime(codeUntil) })}</p>
      <p>
        <strong>{t('family:code.only')}</strong>
      </p>
      <Picture text={LINK_QR + code} label={t('family:code.picture')} />
      <p>{t('family:code.picture')}</p>
    </>
  );
}

function Picture({ text, label }: { readonly text: string; readonly label: string }) {
  const [picture, setPicture] = useState<QrPicture>();
  useEffect(() => {
    let gone = false;
    // The signs are there at once; the picture's maker comes after them.
    void import('#assist/qr-picture.ts').then(({ qrPicture }) => !gone && setPicture(qrPicture(text)));
    return () => {
      gone = true;
    };
  }, [text]);
  if (!picture) return null;
  return (
    <svg class="link-qr" role="img" aria-label={label} viewBox={`0 0 ${picture.size} ${picture.size}`}>
      <path d={picture.path} />
    </svg>
  );
}
