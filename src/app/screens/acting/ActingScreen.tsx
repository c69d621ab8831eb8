/** One acting session on the screen: the bar that stays, and below it filling in, reading back, or the slip. */
import { useMemo } from 'preact/hooks';
import { DepsContext, useDeps } from '#app/deps.ts';
import { ActingBar } from './ActingBar.tsx';
import { FillStep } from './FillStep.tsx';
import { ReadBackStep } from './ReadBackStep.tsx';
import { SlipStep } from './SlipStep.tsx';
import type { Acting, ActingSession } from './use-acting.ts';

type Props = { readonly session: ActingSession; readonly acting: Acting };

export function ActingScreen({ session, acting }: Props) {
  const deps = useDeps();
  const inRoom = useMemo(() => ({ ...deps, db: session.room.db }), [deps, session.room]);
  const { step } = session;
  return (
    <div class="acting">
      <ActingBar session={session} acting={acting} />
      <main class="hall-page">
        {step === 'slip' ? (
          <SlipStep
            id={session.mandate.requestId}
            matter={session.matter}
            name={session.mandate.residentName}
          />
        ) : (
          <DepsContext.Provider value={inRoom}>
            {step === 'fill' ? (
              <FillStep key="fill" session={session} onDone={acting.readBack} />
            ) : (
              <ReadBackStep
                key="read-back"
                session={session}
                onYes={(answers) => acting.file(session, answers)}
                onNo={acting.sayNo}
              />
            )}
          </DepsContext.Provider>
        )}
      </main>
    </div>
  );
}
