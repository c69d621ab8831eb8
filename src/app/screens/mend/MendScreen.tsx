/** Steps that the office did not take: each with its reason in plain words, what was written, and a way on. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { Page } from '#app/frame/Page.tsx';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import type { Request } from '#domain/request/request.ts';
import type { RefusedStep, Shown } from '#storage/shown.ts';
import { WithRequest } from '../request/WithRequest.tsx';
import { sayRefusal } from '../request/say-refusal.ts';
import { mayTryAgain, reuseOf, useMend } from './use-mend.ts';

export function MendScreen({ id }: { readonly id: string }) {
  const t = useT();
  return (
    <WithRequest id={id} title={t('mend:title')}>
      {({ shown }) => <MendHere shown={shown} />}
    </WithRequest>
  );
}

function MendHere({ shown }: { readonly shown: Shown }) {
  const t = useT();
  const { base } = useDeps();
  const { request, refused } = shown;
  const mend = useMend(request);
  const here = `/request/${request.id}`;
  return (
    <Page
      title={t('mend:title')}
      back={here}
      bottom={
        refused.length === 0 ? (
          <BigButton look="main" href={base + here}>
            {t('mend:back')}
          </BigButton>
        ) : undefined
      }
    >
      {mend.state === 'not-kept' && (
        <div role="alert">
          <Notice tone="clay" icon="warn" title={t('request:trouble.not_kept')}>
            {t('request:trouble.not_kept_line')}
          </Notice>
        </div>
      )}
      {refused.length === 0 && <p aria-live="polite">{t('mend:none')}</p>}
      {refused.map((step) => (
        <StepToMend key={step.actionId} step={step} request={request} mend={mend} />
      ))}
    </Page>
  );
}

type StepProps = {
  readonly step: RefusedStep;
  readonly request: Request;
  readonly mend: ReturnType<typeof useMend>;
};

function StepToMend({ step, request, mend }: StepProps) {
  const t = useT();
  const { base } = useDeps();
  const into = reuseOf(step, request);
  const busy = mend.state === 'working';
  const newForm = step.kind === 'open' && step.refused.reason === 'unknown-matter-version';
  return (
    <section class="stack" aria-label={t(`mend:step.${step.kind}`)}>
      <Notice tone="clay" icon="warn" title={t(`mend:step.${step.kind}`)}>
        {sayRefusal(step.refused, t)}
      </Notice>
      {step.words !== undefined && step.words !== '' && (
        <>
          <p>{t('mend:words')}</p>
          <blockquote class="timeline-words">{step.words}</blockquote>
        </>
      )}
      {newForm && (
        <BigButton look="main" href={`${base}/matter/${request.matterId}`}>
          {t('mend:new_form')}
        </BigButton>
      )}
      {step.kind === 'open' && !newForm && (
        <BigButton look="main" icon="pen" busy={busy} onPress={() => void mend.fillAgain(step)}>
          {t('mend:fill_again')}
        </BigButton>
      )}
      {into && (
        <BigButton look="main" icon="pen" busy={busy} onPress={() => void mend.reuse(step, into)}>
          {t(`mend:reuse.${into}`)}
        </BigButton>
      )}
      {mayTryAgain(step) && (
        <BigButton look="plain" icon="send" busy={busy} onPress={() => void mend.again(step)}>
          {t('mend:again')}
        </BigButton>
      )}
      <PutAside step={step} busy={busy} onPress={() => void mend.aside(step)} />
    </section>
  );
}

type AsideProps = { readonly step: RefusedStep; readonly busy: boolean; readonly onPress: () => void };

/** Letting words go is asked once; a step without words has nothing to lose. */
function PutAside({ step, busy, onPress }: AsideProps) {
  const t = useT();
  const [asked, setAsked] = useState(false);
  const loses = step.kind === 'open' || (step.words ?? '') !== '';
  if (!asked || !loses) {
    return (
      <BigButton look="quiet" busy={busy} onPress={loses ? () => setAsked(true) : onPress}>
        {loses ? t('mend:aside') : t('mend:read')}
      </BigButton>
    );
  }
  return (
    <>
      <p aria-live="polite">{t('mend:aside.means')}</p>
      <BigButton look="warn" busy={busy} onPress={onPress}>
        {t('mend:aside.yes')}
      </BigButton>
      <BigButton look="plain" onPress={() => setAsked(false)}>
        {t('mend:aside.no')}
      </BigButton>
    </>
  );
}
