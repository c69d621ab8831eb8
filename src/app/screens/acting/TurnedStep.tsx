/**
 * The screen is the resident's: one large question after the other, as on a telephone of their own, under the
 * bar that says who helps. What is written here are the resident's own words.
 *
 * The questions have addresses of their own, which must not stand in a shared device's history.
 */
import { LocationProvider, useLocation } from 'preact-iso';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Icon } from '#app/parts/Icon.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { QuestionScreen } from '#app/screens/question/QuestionScreen.tsx';
import type { Entries } from '#domain/answers/answer.ts';
import * as drafts from '#storage/drafts.ts';
import { coveredMatter, type ActingSession } from './acting-session.ts';
import { same } from './handed-form.ts';
import type { Acting } from './use-acting.ts';

type Props = { readonly session: ActingSession; readonly acting: Acting };

export function TurnedStep({ session, acting }: Props) {
  const t = useT();
  const { db, base } = useDeps();
  const { mandate, matter } = session;
  const root = `${base}/draft/${mandate.requestId}/`;
  const [path, setPath] = useState(() => root + (coveredMatter(matter, mandate).fields[0]?.id ?? 'check'));
  const before = useRef<Entries>({});
  useEffect(() => {
    void drafts.find(db, mandate.requestId).then((draft) => (before.current = draft?.entries ?? {}));
  }, [db, mandate.requestId]);
  const outside = useLocation();
  const where = useMemo(
    () => ({ ...outside, url: path, path, query: {}, route: (to: string) => setPath(to) }),
    [outside, path],
  );
  const place = path.startsWith(root) ? path.slice(root.length) : 'check';
  const isQuestion = matter.fields.some(({ id }) => id === place);
  const [leaving, setLeaving] = useState(false);

  // The question goes from the screen first: what was typed a moment ago is kept by its going.
  useEffect(() => {
    if (!leaving) return;
    void (async () => {
      await new Promise((done) => setTimeout(done, 50));
      const now = (await drafts.find(db, mandate.requestId))?.entries ?? {};
      const changed = Object.keys({ ...before.current, ...now }).filter(
        (field) => !same(before.current[field], now[field]),
      );
      const told = Object.fromEntries(changed.map((field) => [field, 'resident' as const]));
      acting.hold((was) => ({ ...was, told: { ...was.told, ...told } }));
      acting.turnBack();
    })();
  }, [leaving]);
  if (leaving) return <p class="hall-opening">{t('common:loading')}</p>;

  return (
    <>
      <p class="acting-turn-back">
        <button type="button" class="hall-button" onClick={() => setLeaving(true)}>
          <Icon name="people" />
          {t('acting:turn_back')}
        </button>
      </p>
      {isQuestion ? (
        <LocationProvider.ctx.Provider value={where}>
          {/* Inside it the question's own header is not a second banner of the page. */}
          <article>
            <QuestionScreen id={mandate.requestId} place={place} />
          </article>
        </LocationProvider.ctx.Provider>
      ) : (
        <div class="acting-read hall-page">
          <ScreenTitle title={t('acting:turned.done')}>{t('acting:turned.done')}</ScreenTitle>
          <p>{t('acting:turned.line')}</p>
          <BigButton look="main" icon="people" onPress={() => setLeaving(true)}>
            {t('acting:turn_back')}
          </BigButton>
        </div>
      )}
    </>
  );
}
