/** A resident at their phone after filing: real screens on real storage, with what the office is said to have answered. */
import { configure, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { LocationProvider, Route, Router } from 'preact-iso';
import { DepsContext, type Deps } from '#app/deps.ts';
import { startWords } from '#app/i18n.ts';
import { AboutScreen } from '#app/screens/about/AboutScreen.tsx';
import { AddScreen } from '#app/screens/add/AddScreen.tsx';
import { FinishVisitScreen } from '#app/screens/finish-visit/FinishVisitScreen.tsx';
import { HelpScreen } from '#app/screens/help/HelpScreen.tsx';
import { MendScreen } from '#app/screens/mend/MendScreen.tsx';
import { RateScreen } from '#app/screens/rate/RateScreen.tsx';
import { ReopenScreen } from '#app/screens/reopen/ReopenScreen.tsx';
import { RequestScreen } from '#app/screens/request/RequestScreen.tsx';
import { RequestsScreen } from '#app/screens/requests/RequestsScreen.tsx';
import { SettingsScreen } from '#app/screens/settings/SettingsScreen.tsx';
import { WithdrawScreen } from '#app/screens/withdraw/WithdrawScreen.tsx';
import type { Action, Event, Kind, Stamp } from '#domain/request/action.ts';
import type { AppDatabase } from '#storage/database.ts';
import { applyPage, cursor } from '#storage/facts.ts';
import { keepMatter } from '#storage/matters.ts';
import { keepOffice } from '#storage/office.ts';
import { keep, refused, type Doing } from '#storage/outbox.ts';
import type { Refused } from '#domain/request/action.ts';
import type { SyncNews } from '#sync/start.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import {
  action, answers, hexId, matter, MORNING, office, OFFICE_ID, REQUEST_ID, RESIDENT, stamp, type ActionOf,
} from '../support/make.ts'; // prettier-ignore

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 15_000 });

export const NUMBER_SPOKEN = (stamp('open').number ?? '').split('').join(' ');

type Options = {
  readonly base?: '' | '/kiosk';
  readonly at?: number;
  readonly call?: Deps['call'];
  readonly news?: SyncNews;
  readonly language?: 'zh-CN' | 'en';
  readonly leave?: () => void;
  readonly db?: AppDatabase;
};

export async function phone({
  base = '',
  at = MORNING + 60_000,
  call,
  news,
  language = 'zh-CN',
  leave,
  db = freshDatabase(),
}: Options = {}) {
  await startWords(language, ['first', 'rest']);
  await keepMatter(db, matter());
  await keepOffice(db, office(), {}, 0);
  let ids = 0x5000;
  const newId = () => hexId((ids += 1));
  const nudges: number[] = [];
  const deps: Deps = {
    db,
    now: () => at,
    newId,
    person: RESIDENT,
    base,
    officeId: OFFICE_ID,
    nudgeSync: () => void nudges.push(at),
    syncNews: { current: () => news ?? { at: 'idle' }, listen: () => () => undefined },
    call: call ?? (() => Promise.reject(new TypeError('Failed to fetch'))),
  };
  const did = (doing: Omit<Doing, 'requestId' | 'officeId'>) =>
    keep(db, { ...doing, requestId: REQUEST_ID, officeId: OFFICE_ID } as Doing, { by: RESIDENT, at, newId }); // the halves of one kind

  return {
    db,
    nudges,
    user: userEvent.setup(),
    did,
    /** The resident's own request, as it is before the office knows of it. */
    files: () =>
      did({ kind: 'open', matterId: 'home-repair', matterVersion: 1, answers: answers() } as Omit<
        Doing,
        'requestId' | 'officeId'
      >),
    /** What the office has in its log, pulled. */
    hears: (...events: readonly Event[]) => hear(db, events),
    /** The office says no to the newest step. */
    isRefused: async (why: Refused) => {
      const row = await db.outbox.toCollection().last();
      if (!row) throw new Error('nothing waits that could be refused');
      await refused(db, row.id, why);
    },
    opens: (path: string) => {
      window.history.replaceState(null, '', base + path);
      return render(
        <DepsContext.Provider value={deps}>
          <LocationProvider>
            <Router>
              <Route path={`${base}/requests`} component={RequestsScreen} />
              <Route path={`${base}/request/:id`} component={RequestScreen} />
              <Route path={`${base}/request/:id/add`} component={AddScreen} />
              <Route path={`${base}/request/:id/withdraw`} component={WithdrawScreen} />
              <Route path={`${base}/request/:id/rate`} component={RateScreen} />
              <Route path={`${base}/request/:id/reopen`} component={ReopenScreen} />
              <Route path={`${base}/request/:id/mend`} component={MendScreen} />
              <Route
                path={`${base}/settings`}
                component={() => <SettingsScreen {...(leave && { leave })} />}
              />
              <Route path={`${base}/help`} component={HelpScreen} />
              <Route path={`${base}/about`} component={AboutScreen} />
              <Route
                path={`${base}/finish-visit`}
                component={() => <FinishVisitScreen {...(leave && { leave })} />}
              />
              <Route default component={Elsewhere} />
            </Router>
          </LocationProvider>
        </DepsContext.Provider>,
      );
    },
  };
}

function Elsewhere() {
  return <h1>{window.location.pathname}</h1>;
}

/** An event of the office's log; ids differ so that several of a kind can follow each other. */
export function happened<K extends Kind>(
  kind: K,
  over: Partial<ActionOf<K>> = {},
  stamped: Partial<Stamp> = {},
): Event {
  made += 1;
  const one: Action = action(kind, { id: hexId(0x9000 + made), ...over } as Partial<ActionOf<K>>);
  return { action: one, stamp: stamp(kind, stamped) };
}
let made = 0;

async function hear(db: AppDatabase, events: readonly Event[]): Promise<void> {
  const from = await cursor(db);
  const numbered = events.map((event, place) => ({
    ...event,
    stamp: { ...event.stamp, seq: from.seq + place + 1 },
  }));
  const next = from.seq + events.length;
  await applyPage(db, { after: from.seq, next, h: `h${next}`, more: false, events: numbered }, from);
}

export const page = (path: string) => `/request/${REQUEST_ID}${path}`;
export const button = (name: string | RegExp) => screen.findByRole('button', { name });
export const link = (name: string | RegExp) => screen.findByRole('link', { name });
export const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
