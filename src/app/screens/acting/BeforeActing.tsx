/** Whom, what, and by which yes: three steps that leave nothing on this device until the yes is given. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { Matter } from '#domain/matter/matter.ts';
import { MandateStep } from './MandateStep.tsx';
import { MatterStep } from './MatterStep.tsx';
import type { Agreement } from './use-acting.ts';
import { WhomStep, type Whom } from './WhomStep.tsx';

export function BeforeActing({ onAgreed }: { readonly onAgreed: (agreement: Agreement) => void }) {
  const { newId } = useDeps();
  const [whom, setWhom] = useState<Whom>();
  const [matter, setMatter] = useState<Matter>();
  if (!whom) return <WhomStep newResidentId={newId} onChosen={setWhom} />;
  if (!matter) return <MatterStep name={whom.name} onBack={() => setWhom(undefined)} onChosen={setMatter} />;
  return <MandateStep whom={whom} matter={matter} onBack={() => setMatter(undefined)} onAgreed={onAgreed} />;
}
