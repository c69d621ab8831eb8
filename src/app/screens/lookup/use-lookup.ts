/** A slip's number and a year, what the service says to them, and "this is not right". Only in memory: nothing is kept. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { readNumber } from '#domain/request/number.ts';
import type { Refusal } from '#domain/request/action.ts';
import type { DoneInName, LookedUp } from '#protocol/lookup.ts';
import { lookUp, objectTo, type Slip } from './lookup-calls.ts';

export type LookupTrouble =
  | { readonly why: 'number' | 'year' | 'none' | 'offline' }
  | { readonly why: 'slow-down'; readonly seconds: number }
  | { readonly why: 'refused'; readonly reason: Refusal };

type Objecting = { readonly step: DoneInName; readonly id: string };

const slowDown = (waitMs: number): LookupTrouble => ({
  why: 'slow-down',
  seconds: Math.ceil(waitMs / 1000),
});

/** Four digits of a year that somebody alive can be born in. */
export function readYear(typed: string, now: number): number | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s年]/gu, '');
  const year = /^\d{4}$/u.test(digits) ? Number(digits) : 0;
  return year >= 1900 && year <= new Date(now).getFullYear() ? year : undefined;
}

export function useLookup() {
  const { call, newId, now } = useDeps();
  const [typed, setTyped] = useState({ number: '', year: '' });
  const [slip, setSlip] = useState<Slip>();
  const [found, setFound] = useState<LookedUp>();
  const [objecting, setObjecting] = useState<Objecting>();
  const [words, setWords] = useState('');
  const [trouble, setTrouble] = useState<LookupTrouble>();
  const [busy, setBusy] = useState(false);

  /** One question at a time, however often it is pressed. */
  async function once(work: () => Promise<LookupTrouble | undefined>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    setTrouble(await work());
    setBusy(false);
  }

  const look = () =>
    once(async () => {
      const number = readNumber(typed.number);
      if (number === undefined) return { why: 'number' };
      const birthYear = readYear(typed.year, now());
      if (birthYear === undefined) return { why: 'year' };
      const asked = { number, birthYear };
      const reply = await lookUp(call, asked);
      if (!reply) return { why: 'offline' };
      if (reply.lookup === 'slow-down') return slowDown(reply.waitMs);
      if (reply.lookup === 'none') return { why: 'none' };
      setSlip(asked);
      setFound(reply.found);
      return undefined;
    });

  const object = () =>
    once(async () => {
      if (!slip || !objecting) return undefined;
      const { step, id } = objecting;
      const reply = await objectTo(call, slip, { id, about: step.about, words: words.trim() });
      if (!reply) return { why: 'offline' };
      switch (reply.lookup) {
        case 'slow-down':
          return slowDown(reply.waitMs);
        case 'refused':
          return { why: 'refused', reason: reply.reason };
        case 'none':
          return { why: 'none' };
        case 'found':
          setFound(reply.found);
          setObjecting(undefined);
          return undefined;
      }
    });

  return {
    typed,
    type: (changed: Partial<typeof typed>) => setTyped((was) => ({ ...was, ...changed })),
    found,
    objecting,
    words,
    setWords,
    trouble,
    busy,
    look,
    object,
    begin: (step: DoneInName) => {
      setTrouble(undefined);
      setWords('');
      setObjecting({ step, id: newId() });
    },
    leave: () => {
      setTrouble(undefined);
      setObjecting(undefined);
    },
  };
}

export type Lookup = ReturnType<typeof useLookup>;
