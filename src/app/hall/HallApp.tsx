/**
 * The worker's app: the desk of whoever sits here, or the sign-in where nobody does.
 *
 * A worker whom this device knows starts without a network. When the service has forgotten the session,
 * the desk stays open and says so; signing in again keeps all that waits.
 */
import { SignInScreen } from '#app/screens/sign-in/SignInScreen.tsx';
import { HallDesk } from './HallDesk.tsx';
import type { HallWorld } from './hall-world.ts';
import { useHallAccount } from './use-hall-account.ts';
import './hall.css';

export function HallApp({ start }: { readonly start: HallWorld }) {
  const account = useHallAccount(start);
  const { worker, again } = account;

  if (!worker || again) {
    return (
      <SignInScreen
        now={start.now}
        signIn={account.signIn}
        again={again ? { name: worker?.name ?? '', notNow: account.notNow } : undefined}
        exceptId={worker?.id}
      />
    );
  }
  return (
    <HallDesk
      key={worker.id}
      world={start}
      worker={worker}
      signInAgain={account.signInAgain}
      leave={account.leave}
    />
  );
}
