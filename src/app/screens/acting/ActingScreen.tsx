/** One acting session on the screen: the bar that stays, and below it filling in, reading back, or the slip. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { DepsContext, useDeps } from '#app/deps.ts';
import { isHanded, type ActingSession } from './acting-session.ts';
import { ActingBar } from './ActingBar.tsx';
import { FillStep } from './FillStep.tsx';
import { ReadBackStep } from './ReadBackStep.tsx';
import { SlipStep } from './SlipStep.tsx';
import { TurnedStep } from './TurnedStep.tsx';
import type { Acting } from './use-acting.ts';
import { useHanded } from './use-handed.ts';

type Props = { readonly session: ActingSession; readonly acting: Acting };

export function ActingScreen({ session, acting }: Props) {
  const deps = useDeps();
  const inRoom = useMemo(() => ({ ...deps, db: session.room.db }), [deps, session.room]);
  const { step, mandate } = session;
  const handed = useHanded(mandate.requestId, isHanded(session));
  const over = step === 'slip' ? undefined : handed?.over;
  const end = useRef(acting.end);
  end.current = acting.end;
  useEffect(() => {
    if (over) void end.current(over);
  }, [over, session]);

  // The resident's questions bring a `main` of their own.
  const Frame = step === 'turned' ? 'div' : 'main';
  return (
    <div class="acting">
      <ActingBar session={session} acting={acting} />
      <Frame class={step === 'turned' ? 'acting-turned' : 'hall-page'}>
        {step === 'slip' ? (
          <SlipStep id={mandate.requestId} matter={session.matter} name={mandate.residentName} />
        ) : (
          <DepsContext.Provider value={inRoom}>
            {step === 'fill' && (
              <FillStep key="fill" session={session} draft={handed?.draft} acting={acting} />
            )}
            {step === 'turned' && <TurnedStep session={session} acting={acting} />}
            {step === 'read-back' && (
              <ReadBackStep
                key="read-back"
                session={session}
                draft={handed?.draft}
                onYes={acting.file}
                onNo={acting.sayNo}
              />
            )}
          </DepsContext.Provider>
        )}
      </Frame>
    </div>
  );
}
