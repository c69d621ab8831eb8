/**
 * Whom, what, and by which yes: three steps that leave nothing on this device until the yes is given. Whoever
 * shows a code has said what and has said yes already.
 */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Agreement } from './acting-session.ts';
import { CheckPerson } from './CheckPerson.tsx';
import { MandateStep } from './MandateStep.tsx';
import { MatterStep } from './MatterStep.tsx';
import { useCode } from './use-code.ts';
import { WhomStep, type Whom } from './WhomStep.tsx';

export function BeforeActing({ onAgreed }: { readonly onAgreed: (agreement: Agreement) => void }) {
  const { newId } = useDeps();
  const [whom, setWhom] = useState<Whom>();
  const [matter, setMatter] = useState<Matter>();
  const code = useCode();
  if (code.state.at === 'found')
    return <CheckPerson found={code.state.found} onBegin={onAgreed} onNo={code.again} />;
  if (!whom) return <WhomStep newResidentId={newId} onChosen={setWhom} code={code} />;
  if (!matter) return <MatterStep name={whom.name} onBack={() => setWhom(undefined)} onChosen={setMatter} />;
  return <MandateStep whom={whom} matter={matter} onBack={() => setMatter(undefined)} onAgreed={onAgreed} />;
}
