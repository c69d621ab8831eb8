/** The resident's screens by path. Home is here at once; the others follow. */
import type { AnyComponent } from 'preact';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { DepsContext, type Deps } from '#app/deps.ts';
import { Boundary } from '#app/frame/Boundary.tsx';
import { Lost } from '#app/frame/Lost.tsx';
import { HomeScreen } from '#app/screens/home/HomeScreen.tsx';
import { readSettings } from '#storage/device.ts';
import { writePlace } from '#storage/place.ts';
import { fetchLaterScreens } from './later.ts';
import { standIn } from './stand-in.tsx';
import type * as LaterScreens from './later-screens.ts';

type Props = { readonly deps: Deps; readonly startsAt: 'home' | 'welcome' };

type Later = keyof typeof LaterScreens;

const LATER: readonly (readonly [path: string, screen: Later])[] = [
  ['/more', 'MoreScreen'],
  ['/matter/:id', 'MatterScreen'],
  ['/draft/:id/check', 'CheckScreen'],
  ['/draft/:id/hand-over', 'HandOverScreen'],
  ['/draft/:id/:place', 'QuestionScreen'],
  ['/sent/:id', 'SentScreen'],
  ['/requests', 'RequestsScreen'],
  ['/request/:id', 'RequestScreen'],
  ['/request/:id/add', 'AddScreen'],
  ['/request/:id/withdraw', 'WithdrawScreen'],
  ['/request/:id/rate', 'RateScreen'],
  ['/request/:id/reopen', 'ReopenScreen'],
  ['/request/:id/mend', 'MendScreen'],
  ['/request/:id/object/:about', 'ObjectScreen'],
  ['/done-for-me', 'DoneForMeScreen'],
  ['/family', 'FamilyScreen'],
  ['/family/new', 'OfferScreen'],
  ['/helping/new', 'AcceptScreen'],
  ['/helping/:link', 'ElderScreen'],
  ['/helping/:link/matter/:id', 'ElderMatterScreen'],
  ['/lookup', 'LookupScreen'],
  ['/settings', 'SettingsScreen'],
  ['/help', 'HelpScreen'],
  ['/about', 'AboutScreen'],
  ['/finish-visit', 'FinishVisitScreen'],
];

const LATER_SCREENS = LATER.map(([route, name]) => ({
  route,
  // Each screen declares the parameters that its route has.
  Screen: standIn(async () => (await fetchLaterScreens())[name] as AnyComponent<object>),
}));

/** Only a first start needs it, and then it is alone. */
const Welcome = standIn(async () => (await import('#app/screens/welcome/WelcomeScreen.tsx')).WelcomeScreen);

export function ResidentApp({ deps, startsAt }: Props) {
  return (
    <Boundary>
      <DepsContext.Provider value={deps}>
        <LocationProvider>
          <Screens deps={deps} startsAt={startsAt} />
        </LocationProvider>
      </DepsContext.Provider>
    </Boundary>
  );
}

function Screens({ deps, startsAt }: Props) {
  const { base, db } = deps;
  const { path } = useLocation();
  const home = base === '' ? '/' : base;

  useEffect(() => {
    // Only a question that is being filled in is opened again after the tab was killed.
    // Home loses nothing when this fails: at worst the next start opens the draft once more.
    if (path === home) writePlace(db, undefined).catch(() => undefined);
    window.scrollTo(0, 0);
  }, [path]);

  const First = startsAt === 'welcome' && !readSettings().started ? Welcome : HomeScreen;
  return (
    <Router>
      <Route path={home} component={First} />
      <Route path={`${base}/welcome`} component={Welcome} />
      {LATER_SCREENS.map(({ route, Screen }) => (
        <Route key={route} path={base + route} component={Screen} />
      ))}
      <Route default component={Lost} />
    </Router>
  );
}
