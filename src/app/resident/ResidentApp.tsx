/** The resident's screens by path. Home and the first start are here at once; the others follow. */
import type { AnyComponent } from 'preact';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { DepsContext, type Deps } from '#app/deps.ts';
import { Boundary } from '#app/frame/Boundary.tsx';
import { Lost, Opening } from '#app/frame/Lost.tsx';
import { HomeScreen } from '#app/screens/home/HomeScreen.tsx';
import { WelcomeScreen } from '#app/screens/welcome/WelcomeScreen.tsx';
import { readSettings, writePlace } from '#storage/device.ts';
import { fetchLaterScreens } from './later.ts';
import type * as LaterScreens from './later-screens.ts';

type Props = { readonly deps: Deps; readonly startsAt: 'home' | 'welcome' };

const LATER: readonly (readonly [path: string, screen: keyof typeof LaterScreens])[] = [
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

export function ResidentApp({ deps, startsAt }: Props) {
  return (
    <Boundary>
      <DepsContext.Provider value={deps}>
        <LocationProvider>
          <Screens base={deps.base} startsAt={startsAt} />
        </LocationProvider>
      </DepsContext.Provider>
    </Boundary>
  );
}

function Screens({ base, startsAt }: { readonly base: string; readonly startsAt: 'home' | 'welcome' }) {
  const { path } = useLocation();
  const later = useLaterScreens();
  const home = base === '' ? '/' : base;

  useEffect(() => {
    // Only a question that is being filled in is opened again after the tab was killed.
    if (path === home) writePlace(undefined);
    window.scrollTo(0, 0);
  }, [path]);

  const First = startsAt === 'welcome' && !readSettings().started ? WelcomeScreen : HomeScreen;
  return (
    <Router>
      <Route path={home} component={First} />
      <Route path={`${base}/welcome`} component={WelcomeScreen} />
      {LATER.map(([route, name]) => (
        // Each screen declares the parameters it takes; the table above pairs it with its route.
        <Route key={route} path={base + route} component={(later?.[name] ?? Opening) as AnyComponent<object>} />
      ))}
      <Route default component={Lost} />
    </Router>
  );
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
