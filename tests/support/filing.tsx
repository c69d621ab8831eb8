/**
 * The resident's filing screens on a phone of their own: real storage, real words, real addresses.
 *
 * There is no line in here: what the office says arrives by `officeSays`, as a pull would bring it.
 */
import { cleanup, configure, render } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { DepsContext, type Deps } from '#app/deps.ts';
import { startWords, type Language } from '#app/i18n.ts';
import { CheckScreen } from '#app/screens/check/CheckScreen.tsx';
import { HomeScreen } from '#app/screens/home/HomeScreen.tsx';
import { MatterScreen } from '#app/screens/matter/MatterScreen.tsx';
import { MoreScreen } from '#app/screens/more/MoreScreen.tsx';
import { QuestionScreen } from '#app/screens/question/QuestionScreen.tsx';
import { SentScreen } from '#app/screens/sent/SentScreen.tsx';
import { WelcomeScreen } from '#app/screens/welcome/WelcomeScreen.tsx';
import type { Entries } from '#domain/answers/answer.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import type { AppDatabase } from '#storage/database.ts';
import * as drafts from '#storage/drafts.ts';
import { keepCatalogue } from '#storage/matters.ts';
import { keepOffice } from '#storage/office.ts';
import { freshDatabase } from './fresh-database.ts';
import { hexId, matter as anyMatter, MORNING, office as anyOffice, OFFICE_ID, RESIDENT } from './make.ts';

// Several suites share two cores: a screen that is slow here is not a wrong screen.
configure({ asyncUtilTimeout: 15_000 });

export type Phone = { readonly db: AppDatabase; readonly deps: Deps; readonly nudges: () => number };

type Over = {
  readonly base?: Deps['base'];
  readonly language?: Language;
  /** `null`: a phone that has never had a line. */
  readonly office?: Office | null;
  readonly matters?: readonly Matter[];
};

/** A phone with nothing on its screen yet. */
export async function makePhone({
  base = '',
  language = 'zh-CN',
  office = anyOffice(),
  matters,
}: Over = {}): Promise<Phone> {
  await startWords(language, ['first', 'rest']);
  const db = freshDatabase();
  if (office) await keepOffice(db, office, {}, 0);
  if (matters) await keepCatalogue(db, matters);
  let nudges = 0;
  let ids = 0;
  const deps: Deps = {
    db,
    now: () => MORNING,
    newId: () => hexId(++ids),
    person: RESIDENT,
    base,
    officeId: OFFICE_ID,
    nudgeSync: () => void nudges++,
    syncNews: { current: () => ({ at: 'idle' }), listen: () => () => undefined },
    call: () => Promise.reject(new TypeError('no line')),
  };
  return { db, deps, nudges: () => nudges };
}

/** Opens the app at an address, as a fresh tab would. */
export function openAt({ deps }: Phone, path: string) {
  cleanup();
  window.history.replaceState(null, '', path);
  const { base } = deps;
  return render(
    <DepsContext.Provider value={deps}>
      <LocationProvider>
        <Router>
          <Route path={base === '' ? '/' : base} component={HomeScreen} />
          <Route path={`${base}/welcome`} component={WelcomeScreen} />
          <Route path={`${base}/more`} component={MoreScreen} />
          <Route path={`${base}/matter/:id`} component={MatterScreen} />
          <Route path={`${base}/draft/:id/check`} component={CheckScreen} />
          <Route path={`${base}/draft/:id/:place`} component={QuestionScreen} />
          <Route path={`${base}/sent/:id`} component={SentScreen} />
        </Router>
      </LocationProvider>
    </DepsContext.Provider>,
  );
}

/** A draft with these entries, as if they had been given on an earlier day. */
export async function draftWith(
  { db, deps }: Phone,
  entries: Entries = {},
  matter: Matter = anyMatter(),
): Promise<string> {
  const id = deps.newId();
  await drafts.begin(db, { id, matter, at: MORNING });
  for (const [field, entry] of Object.entries(entries)) await drafts.keepEntry(db, id, field, entry, MORNING);
  return id;
}

/** Every question that must be answered, answered. */
export const WHOLE: Entries = {
  trouble: { type: 'choice', choice: 'water' },
  description: { type: 'typed', typed: '厨房水管漏水。' },
  name: { type: 'typed', typed: '王秀兰' },
  telephone: { type: 'typed', typed: '138 0013 8000' },
  address: { type: 'address', building: 'b3', unit: 'u2', room: '501' },
};

/** Where the person was when the phone was put away. */
export const keepPlaceOf = ({ db }: Phone, id: string, place: string) =>
  drafts.keepPlace(db, id, place, MORNING);
