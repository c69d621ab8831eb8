/** Asking a relative to help: what was chosen, the code made for it, and whether somebody came with it. */
import { useEffect, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import { makeCode } from '#assist/sign-code.ts';
import type { LinkScope, NamedLink, Relation } from '#domain/mandate/link.ts';
import { readOffice } from '#storage/office.ts';
import { remembered } from '#storage/remembered.ts';
import { endLink, offerLink } from './link-calls.ts';
import type { MyLinks } from './use-links.ts';

export const UNTIL_DAYS = ['90', '180', '365'] as const;
const DAY_MS = 86_400_000;
/** How often the phone asks whether the relative has come. */
const LOOK_MS = 3_000;

/** Nothing is chosen beforehand. */
export type OfferDraft = {
  readonly relation?: Relation;
  readonly scopes: readonly LinkScope[];
  readonly days?: (typeof UNTIL_DAYS)[number];
  readonly name?: string;
};
export type Missing = 'relation' | 'scopes' | 'until' | 'name';
export type Offered = { readonly id: string; readonly code: string; readonly codeUntil: number };

export type OfferState =
  | {
      readonly at: 'choosing';
      readonly missing: readonly Missing[];
      readonly trouble?: 'offline' | 'too-long';
    }
  | { readonly at: 'asking' }
  | { readonly at: 'shown'; readonly offered: Offered };

export function useOffer() {
  const { db, call, now, newId, officeId } = useDeps();
  const [draft, setDraft] = useState<OfferDraft>({ scopes: [] });
  const [state, setState] = useState<OfferState>({ at: 'choosing', missing: [] });
  const ownName = useLive(async () => {
    const { name } = await remembered(db);
    return name?.type === 'typed' ? name.typed : '';
  }, [db]);
  const name = draft.name ?? ownName ?? '';

  async function give(): Promise<void> {
    if (state.at === 'asking') return;
    const { relation, scopes, days } = draft;
    const missing = missingIn({ ...draft, name });
    if (missing.length > 0 || !relation || !days) return setState({ at: 'choosing', missing });
    setState({ at: 'asking' });
    const [id, code] = [newId(), makeCode((bytes) => crypto.getRandomValues(bytes))];
    const aheadMs = (await readOffice(db))?.aheadMs ?? 0;
    const until = now() + aheadMs + Number(days) * DAY_MS;
    const offering = { id, elderName: name.trim(), relation, scopes, until };
    const answer = await offerLink(call, officeId, code, offering);
    if (answer === undefined || answer === 'too-long')
      return setState({ at: 'choosing', missing: [], trouble: answer ?? 'offline' });
    setState({ at: 'shown', offered: { id, code, codeUntil: answer.codeUntil } });
  }

  /** The screen goes at once; a code that nobody could cancel ends by itself in half an hour. */
  async function cancel({ id }: Offered): Promise<void> {
    setState({ at: 'choosing', missing: [] });
    await endLink(call, id);
  }

  return {
    draft: { ...draft, name },
    change: (part: Partial<OfferDraft>) => setDraft((was) => ({ ...was, ...part })),
    state,
    give,
    cancel,
    again: () => setState({ at: 'choosing', missing: [] }),
  };
}

/** The relative who came with the code, once there is one. */
export function useArrival(
  offered: Offered,
  links: MyLinks | undefined,
  refresh: () => Promise<boolean>,
): NamedLink | undefined {
  const arrived = links?.helpers.find(({ id }) => id === offered.id);
  const isHere = arrived !== undefined;
  useEffect(() => {
    if (isHere) return undefined;
    const look = setInterval(() => void refresh(), LOOK_MS);
    return () => clearInterval(look);
  }, [isHere]);
  return arrived;
}

function missingIn({ relation, scopes, days, name = '' }: OfferDraft): readonly Missing[] {
  return [
    ...(relation ? [] : (['relation'] as const)),
    ...(scopes.length > 0 ? [] : (['scopes'] as const)),
    ...(days ? [] : (['until'] as const)),
    ...(name.trim() === '' ? (['name'] as const) : []),
  ];
}
