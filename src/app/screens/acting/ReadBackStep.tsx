/**
 * Turned round to the resident: everything that was filled in, large, on one page, and the question
 * whether it is right (老年人权益保障法: ask for the true intention). Without a yes nothing is sent.
 */
import { useState } from 'preact/hooks';
import { sayAnswer } from '#app/answer-words.ts';
import { useDeps } from '#app/deps.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { AnswerList } from '#app/parts/AnswerList.tsx';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { dayOf } from '#app/say.ts';
import { sayRefusal } from '#app/screens/request/say-refusal.ts';
import { useLive } from '#app/use-live.ts';
import { useWords } from '#app/use-words.ts';
import type { Answers } from '#domain/answers/answer.ts';
import { answersOf } from '#domain/answers/read-entry.ts';
import type { ReadBack } from '#domain/mandate/mandate.ts';
import type { Draft } from '#domain/request/draft.ts';
import * as drafts from '#storage/drafts.ts';
import { readOffice } from '#storage/office.ts';
import { coveredMatter, type ActingSession, type FileTrouble } from './acting-session.ts';
import { SignedYes } from './SignedYes.tsx';

type Props = {
  readonly session: ActingSession;
  /** Of a hand-over; the resident may be writing in it at this moment. */
  readonly draft: Draft | undefined;
  readonly onYes: (answers: Answers, how: ReadBack['how']) => Promise<FileTrouble | undefined>;
  readonly onNo: () => void;
};

export function ReadBackStep({ session, draft, onYes, onNo }: Props) {
  const t = useT();
  const words = useWords();
  const language = useLanguage();
  const { db, now } = useDeps();
  const { mandate, hand } = session;
  const matter = coveredMatter(session.matter, mandate);
  const [trouble, setTrouble] = useState<FileTrouble>();
  const found = useLive(async () => {
    const draft = await drafts.find(db, mandate.requestId);
    return draft && { draft, office: (await readOffice(db))?.office };
  }, [db, mandate.requestId]);
  const answers = found && answersOf(matter, found.draft.entries, dayOf(now()));
  if (!found || !answers?.ok) return <p>{t('common:loading')}</p>;

  const came = matter.fields.filter((field) =>
    draft?.standing[field.id]?.some(({ id }) => !hand.seen.includes(id)),
  );
  const say = (how: ReadBack['how']) => void onYes(answers.value, how).then(setTrouble);
  const cannot = mandate.agreed.how === 'cannot-agree';
  const title = cannot ? t('acting:check') : t('acting:read', { name: mandate.residentName });
  return (
    <div class="acting-read">
      <ScreenTitle title={t('acting:read.title')}>{title}</ScreenTitle>
      {cannot && (
        <Notice tone="clay" icon="warn" title={t('acting:check.confirm')}>
          <p>{t('acting:check.line')}</p>
        </Notice>
      )}
      {came.length > 0 && (
        <div role="alert">
          <Notice
            tone="sun"
            icon="pen"
            title={t('acting:read.came', {
              fields: came.map((field) => words(field.label)).join(t('acting:aloud.and')),
            })}
          >
            <p>{t('acting:read.came_line')}</p>
          </Notice>
        </div>
      )}
      <AnswerList
        rows={matter.fields.flatMap((field) => {
          const answer = answers.value[field.id];
          if (!answer) return [];
          // An ID number is compared with the card by its end; a telephone must be heard whole.
          const masked = field.type === 'resident-id';
          const value = sayAnswer(field, answer, { t, language, office: found.office, masked });
          return [{ id: field.id, label: words(field.label), value }];
        })}
      />
      {trouble && (
        <div role="alert">
          <Notice
            tone="clay"
            icon="warn"
            title={trouble.at === 'refused' ? t('acting:refused') : t('acting:not_kept')}
          >
            <p>{trouble.at === 'refused' ? sayRefusal(trouble.refused, t) : t('acting:not_kept.line')}</p>
          </Notice>
        </div>
      )}
      <BigButton look="main" icon="tick" onPress={() => say('pressed')}>
        {cannot ? t('acting:check.send') : t('acting:read.yes')}
      </BigButton>
      {!cannot && <SignedYes onSigned={() => say('signed')} />}
      <BigButton look="plain" icon="pen" onPress={onNo}>
        {cannot ? t('acting:check.back') : t('acting:read.no')}
      </BigButton>
    </div>
  );
}
