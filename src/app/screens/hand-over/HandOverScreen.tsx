/** "Help me": first what it means and a yes, then the code for whoever helps, then who has it. */
import { useEffect } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { Opening } from '#app/frame/Lost.tsx';
import { GoneDraft } from '#app/screens/question/GoneDraft.tsx';
import { isOut } from '#storage/is-out.ts';
import { writePlace } from '#storage/place.ts';
import { CodeStep } from './CodeStep.tsx';
import { ConsentStep } from './ConsentStep.tsx';
import { HelpedStep } from './HelpedStep.tsx';
import { useHandOver } from './use-hand-over.ts';
import './hand-over.css';

export function HandOverScreen({ id }: { readonly id: string }) {
  const { known, officeNow, state, agree, takeBack } = useHandOver(id);
  const { db, base } = useDeps();
  useEffect(() => {
    // A killed tab opens here again; at worst it opens at the question.
    if (base === '') writePlace(db, `/draft/${id}/hand-over`).catch(() => undefined);
  }, [db, id]);
  if (known === undefined) return <Opening />;
  if (known === 'gone') return <GoneDraft />;
  const { draft, request, refused } = known;
  const { handedOver } = draft;
  const acting = { known, officeNow, state, onTakeBack: () => void takeBack() };
  const isHeld = request?.mandate && !request.mandateEnded && officeNow <= request.mandate.until;
  if (isHeld) return <HelpedStep {...acting} request={request} mandate={request.mandate} />;
  if (handedOver?.code !== undefined && isOut(draft, officeNow) && !refused)
    return <CodeStep {...acting} code={handedOver.code} handedOver={handedOver} />;
  return (
    <ConsentStep
      known={known}
      officeNow={officeNow}
      state={state}
      onAgree={(consent, reason) => void agree(known, consent, reason)}
    />
  );
}
