/** What the worker typed, scanned or chose, on its way to a draft: how far it is, and what went wrong. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { HAND_OVER_QR } from '#protocol/hand-over-marks.ts';
import { readOffice } from '#storage/office.ts';
import { openLetter, redeemByLine, type CodeTrouble, type Found, type Redeemed } from './redeem.ts';

export type CodeState =
  | { readonly at: 'quiet' | 'asking' }
  /** Pictures in turn: so many of so many are read. */
  | { readonly at: 'frames'; readonly have: number; readonly of: number }
  | { readonly at: 'trouble'; readonly why: CodeTrouble }
  | { readonly at: 'slow-down'; readonly seconds: number }
  | { readonly at: 'found'; readonly found: Found };

export function useCode() {
  const deps = useDeps();
  const [state, setState] = useState<CodeState>({ at: 'quiet' });
  const collect = useRef<ReturnType<typeof import('#assist/frames.ts').collectFrames> | undefined>(undefined);
  const busy = useRef(false);
  /** A camera reads the same code again and again. */
  const lastCode = useRef('');
  const notBefore = useRef(0);
  const gone = useRef(false);
  useEffect(() => () => void (gone.current = true), []);

  const tell = (next: CodeState) => void (gone.current || setState(next));

  async function asking(ask: () => Promise<Redeemed>): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    tell({ at: 'asking' });
    try {
      const redeemed = await ask();
      if (redeemed.at !== 'slow-down') return tell(redeemed);
      notBefore.current = deps.now() + redeemed.waitMs;
      tell(slow(redeemed.waitMs));
    } catch {
      tell({ at: 'trouble', why: 'damaged' }); // the letter is a stranger's: whatever is wrong with it
    } finally {
      busy.current = false;
    }
  }

  async function redeem(typed: string): Promise<void> {
    const { readCode } = await import('#assist/sign-code.ts');
    const code = readCode(typed);
    if (code === undefined) return tell({ at: 'trouble', why: 'not-a-code' });
    // Asking earlier would only make the wait longer, so the rest of it is told again instead.
    if (deps.now() < notBefore.current) return tell(slow(notBefore.current - deps.now()));
    return asking(() => redeemByLine(deps, code));
  }

  /** A text from the camera or a photo. */
  async function hear(text: string): Promise<void> {
    if (busy.current) return;
    if (text.startsWith(HAND_OVER_QR)) {
      if (text === lastCode.current) return;
      lastCode.current = text;
      return redeem(text.slice(HAND_OVER_QR.length));
    }
    const { collectFrames } = await import('#assist/frames.ts');
    collect.current ??= collectFrames();
    const heard = collect.current(text);
    if (!heard) return tell({ at: 'trouble', why: 'not-ours' });
    const { bytes } = heard;
    if (!bytes) return tell({ at: 'frames', have: heard.have, of: heard.of });
    return asking(async () => {
      const aheadMs = (await readOffice(deps.db))?.aheadMs ?? 0;
      return openLetter(deps, bytes, deps.now() + aheadMs);
    });
  }

  async function readPicture(file: Blob): Promise<void> {
    const { readPhoto } = await import('#assist/qr-camera.ts');
    const text = await readPhoto(file);
    lastCode.current = '';
    if (text === undefined) return tell({ at: 'trouble', why: 'no-code-in-picture' });
    return hear(text);
  }

  return {
    state,
    redeem,
    hear,
    readPictures: async (files: readonly Blob[]) => {
      for (const file of files) await readPicture(file);
    },
    again: () => {
      collect.current = undefined;
      lastCode.current = '';
      setState({ at: 'quiet' });
    },
  };
}

const slow = (ms: number): CodeState => ({ at: 'slow-down', seconds: Math.ceil(ms / 1000) });
