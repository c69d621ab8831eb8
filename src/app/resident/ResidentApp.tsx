/** The resident's screens by path. Home and the first start are here at once; the others follow. */
import type { AnyComponent } from 'preact';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { DepsContext, type Deps } from '#app/deps.ts';
import { Boundary } from '#app/frame/Boundary.tsx';
import { Lost, Opening } from '#app/frame/Lost.tsx';
import { HomeScreen } from '#app/screens/home/HomeScreen.tsx';
import { WelcomeScreen } from '#app/screens/welcome/WelcomeScreen.tsx';
import { readSettings } from '#storage/device.ts';
import { writePlace } from '#storage/place.ts';
import { fetchLaterScreens } from './later.ts';
import type * as LaterScreens from './later-screens.ts';

type Props = { readonly deps: Deps; readonly startsAt: 'home' | 'welcome' };

type Later = keyof typeof LaterScreens;

const LATER: readonly (readonly [path: string, screen: Later])[] = [
  ['/more', 'MoreScreen'],
  ['/matter/:id', 'MatterScreen'],
  ['/draft/:id/check', 'CheckScreen'],
  ['/draft/:id/:place', 'QuestionScreen'],
  ['/sent/:id', 'SentScreen'],
  ['/requests', 'RequestsScreen'],
  ['/request/:id', 'RequestScreen'],
  ['/request/:id/add', 'AddScreen'],
  ['/request/:id/withdraw', 'WithdrawScreen'],
  ['/request/:id/rate', 'RateScreen'],
  ['/request/:id/reopen', 'ReopenScreen'],
  ['/request/:id/mend', 'MendScreen'],
  ['/settings', 'SettingsScreen'],
  ['/help', 'HelpScreen'],
  ['/about', 'AboutScreen'],
  ['/finish-visit', 'FinishVisitScreen'],
];

const LATER_SCREENS = Object.fromEntries(LATER.map(([, name]) => [name, laterScreen(name)])) as Record<
  Later,
  AnyComponent<object>
>; // one for each name

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

  const First = startsAt === 'welcome' && !readSettings().started ? WelcomeScreen : HomeScreen;
  return (
    <Router>
      <Route path={home} component={First} />
      <Route path={`${base}/welcome`} component={WelcomeScreen} />
      {LATER.map(([route, name]) => (
        <Route key={route} path={base + route} component={LATER_SCREENS[name]} />
      ))}
      <Route default component={Lost} />
    </Router>
  );
}

/** A screen that stands in for its later self. Made once: the router draws a path again only for another component. */
function laterScreen(name: Later) {
  return function LaterScreen(params: object) {
    const later = useLaterScreens();
    if (!later) return <Opening />;
    const Screen = later[name] as AnyComponent<object>; // each screen declares the parameters that its route in LATER has
    return <Screen {...params} />;
  };
}

function useLaterScreens(): typeof LaterScreens | undefined {
  const [later, setLater] = useState<typeof LaterScreens>();
  useEffect(() => {
    let gone = false;
    void fetchLaterScreens().then((screens) => !gone && setLater(screens));
    return () => {
      gone = true;
    };
  }, []);
  return later;
}
