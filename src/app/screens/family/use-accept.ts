/** Coming with a relative's code: what was typed, and what the service says to it. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import { readPhoto } from '#assist/qr-camera.ts';
import { readCode } from '#assist/sign-code.ts';
import { LINK_QR } from '#protocol/links.ts';
import { keepCalled } from '#storage/keep-links.ts';
import { remembered } from '#storage/remembered.ts';
import { fetchLinks } from '#sync/fetch-links.ts';
import { pageWorld } from '#sync/triggers.ts';
import { acceptLink } from './link-calls.ts';

/** Which box it is about, and why. */
export type AcceptTrouble =
  | { readonly box: 'code'; readonly why: 'wrong' | 'used' | 'too-late' | 'yourself' | 'photo_none' }
  | { readonly box: 'name' }
  | { readonly box: 'none'; readonly why: 'too-many' | 'offline' }
  | { readonly box: 'none'; readonly why: 'slow-down'; readonly seconds: number };

export function useAccept() {
  const { db, call, nudgeSync } = useDeps();
  const { route } = useLocation();
  const [typed, setTyped] = useState({ code: '', called: '' });
  const [ownName, setOwnName] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<AcceptTrouble>();
  const before = useLive(async () => {
    const { name } = await remembered(db);
    return name?.type === 'typed' ? name.typed : '';
  }, [db]);
  const name = ownName ?? before ?? '';

  async function send(): Promise<void> {
    if (busy) return;
    const code = readCode(typed.code);
    if (code === undefined) return setTrouble({ box: 'code', why: 'wrong' });
    if (name.trim() === '') return setTrouble({ box: 'name' });
    setBusy(true);
    setTrouble(undefined);
    const found = await ask(code);
    setBusy(false);
    setTrouble(found);
  }

  async function ask(code: string): Promise<AcceptTrouble | undefined> {
    const reply = await acceptLink(call, code, name.trim());
    if (!reply) return { box: 'none', why: 'offline' };
    switch (reply.accepted) {
      case 'slow-down':
        return { box: 'none', why: 'slow-down', seconds: Math.ceil(reply.waitMs / 1000) };
      case 'too-many':
        return { box: 'none', why: 'too-many' };
      case 'in': {
        if (typed.called.trim() !== '') await keepCalled(db, reply.link.id, typed.called.trim());
        await fetchLinks(db, { call, clock: pageWorld().clock });
        nudgeSync();
        route(`/helping/${reply.link.id}`, true);
        return undefined;
      }
      default:
        return { box: 'code', why: reply.accepted };
    }
  }

  /** The picture on the other phone, as this one's camera took it. */
  async function readPicture(file: Blob): Promise<void> {
    const text = await readPhoto(file);
    const code = text?.startsWith(LINK_QR) ? readCode(text.slice(LINK_QR.length)) : undefined;
    setTrouble(code === undefined ? { box: 'code', why: 'photo_none' } : undefined);
    if (code !== undefined) setTyped((was) => ({ ...was, code }));
  }

  return {
    typed: { ...typed, name },
    setCode: (code: string) => setTyped((was) => ({ ...was, code })),
    setCalled: (called: string) => setTyped((was) => ({ ...was, called })),
    setName: setOwnName,
    busy,
    trouble,
    send,
    readPicture,
  };
}
