/** My open requests, each as one sentence with its picture and colour; what needs the person comes first. */
import { useDeps } from '#app/deps.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { useOffice } from '#app/frame/use-office.ts';
import { Notice } from '#app/parts/Notice.tsx';
import { Pressable } from '#app/parts/Pressable.tsx';
import { sayState, type Said } from '#app/request-words.ts';
import { sayWhen } from '#app/say.ts';
import type { Shown } from '#storage/shown.ts';

type Props = {
  readonly open: readonly Shown[];
  readonly nameOf: (matterId: string) => string;
  /** All requests of this person, closed ones too. */
  readonly count: number;
};

/** More would push the tiles off a small screen; the rest is one press away. */
const CARDS = 2;
const URGENCY: Readonly<Record<Said['tone'], number>> = { clay: 0, sun: 1, mint: 2 };

export function RequestCards({ open, nameOf, count }: Props) {
  const t = useT();
  const language = useLanguage();
  const { base, now } = useDeps();
  const office = useOffice();
  if (open.length === 0) return null;

  const saying = { t, language, now: now() };
  const cards = open
    .map((shown) => ({ shown, said: sayState(shown, { ...saying, office, kiosk: base === '/kiosk' }) }))
    .sort((one, other) => URGENCY[one.said.tone] - URGENCY[other.said.tone]);

  return (
    <section class="home-requests" aria-label={t('home:requests')}>
      {cards.slice(0, CARDS).map(({ shown: { request }, said }) => (
        <Pressable key={request.id} class="home-card" href={`${base}/request/${request.id}`}>
          <Notice tone={said.tone} icon={said.icon} title={said.title}>
            <p>
              {t('home:request.line', {
                matter: nameOf(request.matterId),
                when: sayWhen(request.trail[0]?.at ?? request.changedAt, saying),
              })}
            </p>
          </Notice>
        </Pressable>
      ))}
      {count > CARDS && <a href={`${base}/requests`}>{t('home:requests.all', { number: count })}</a>}
    </section>
  );
}
