/** Asks the phone to keep what was filed for good, and knows whether it said yes. */
import { useEffect, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { keepForGood } from '#storage/room.ts';

/** `unsafe`: a phone short of room may clear what waits here, so the person is told. */
export function useSent(): 'asking' | 'safe' | 'unsafe' {
  const { db, base } = useDeps();
  const [answer, setAnswer] = useState<'asking' | 'safe' | 'unsafe'>('asking');
  useEffect(() => {
    if (base !== '') return; // a shared machine is looked after by the office
    let left = false;
    keepForGood(db).then(
      (isGranted) => !left && setAnswer(isGranted ? 'safe' : 'unsafe'),
      () => !left && setAnswer('unsafe'), // a browser that cannot be asked has promised nothing
    );
    return () => {
      left = true;
    };
  }, [db, base]);
  return answer;
}
