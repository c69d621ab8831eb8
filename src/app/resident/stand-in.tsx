/**
 * A screen that stands in for one that is fetched later.
 *
 * Made once a route, outside any drawing: the router draws a path again only for another component, so a
 * screen put in its place when it arrives would never be seen.
 */
import type { AnyComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { firstScreenIsHere } from '#app/frame/first-screen.ts';
import { Opening } from '#app/frame/Lost.tsx';

export function standIn(fetchScreen: () => Promise<AnyComponent<object>>): AnyComponent<object> {
  let fetched: AnyComponent<object> | undefined;
  return function StandIn(params: object) {
    const [Screen, setScreen] = useState(() => fetched);
    useEffect(() => {
      let gone = false;
      void fetchScreen().then((screen) => {
        fetched = screen;
        firstScreenIsHere();
        if (!gone) setScreen(() => screen);
      });
      return () => {
        gone = true;
      };
    }, []);
    return Screen ? <Screen {...params} /> : <Opening />;
  };
}
