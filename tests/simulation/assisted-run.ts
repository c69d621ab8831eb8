/**
 * One run of a draft that several people hold: a resident's phone, a worker's and a supervisor's device and a
 * daughter's phone, each with a part of the log and with own steps that the office has not answered; and the
 * office, which asks the rule book. Messages are lost, doubled and overtaken. In the end everybody syncs.
 */
import type { Link } from '#domain/mandate/link.ts';
import type { Action, Event, Person, Refusal } from '#domain/request/action.ts';
import { apply } from '#domain/request/apply.ts';
import { givenBy, unseen } from '#domain/request/draft.ts';
import { mayAct } from '#domain/request/may-act.ts';
import { fold, layOver, type Request } from '#domain/request/request.ts';
import { HELPER, hexId, known, link, MORNING, RESIDENT, SUPERVISOR, WORKER } from '#tests/support/make.ts';
import { deedOf, type Deed } from './assisted-deeds.ts';

/** The rule book, or a mutant of it. */
export type Rules = {
  readonly mayAct: typeof mayAct;
  readonly apply: typeof apply;
  readonly stampLater: boolean;
  readonly remembers: boolean;
};
export const RULES: Rules = { mayAct, apply, stampLater: true, remembers: true };

export type Step =
  | {
      readonly what: 'do';
      readonly who: number;
      readonly deed: Deed;
      readonly n: number;
      readonly bold: boolean;
    }
  | { readonly what: 'send'; readonly who: number; readonly n: number }
  | { readonly what: 'arrive'; readonly n: number; readonly fate: 'once' | 'twice' | 'lost' | 'reply-lost' }
  | { readonly what: 'pull'; readonly who: number; readonly n: number }
  | { readonly what: 'scan'; readonly who: number }
  | { readonly what: 'wait'; readonly minutes: number }
  | { readonly what: 'end-link' };

export type Device = {
  readonly person: Person;
  readonly id: string;
  log: readonly Event[];
  waiting: readonly Action[];
  refused: readonly { readonly action: Action; readonly reason: Refusal }[];
  made: number;
};

export const PEOPLE = [RESIDENT, WORKER, SUPERVISOR, HELPER] as const;

export type Outcome = {
  readonly log: readonly Event[];
  readonly devices: readonly Device[];
  readonly made: readonly Action[];
  readonly linkEndedAt?: number;
  readonly requests: ReadonlyMap<string, Request>;
  /** The steps of the draft, and its state before the first and after each. */
  readonly draftLog: readonly Event[];
  readonly states: readonly (Request | undefined)[];
};

export function runAssisted(steps: readonly Step[], rules: Rules): Outcome {
  const devices: readonly Device[] = PEOPLE.map((person, n) => ({
    person,
    id: hexId(0xd0 + n),
    log: [],
    waiting: [],
    refused: [],
    made: 0,
  }));
  const made: Action[] = [];
  let flying: { readonly from: Device; readonly action: Action }[] = [];
  let log: readonly Event[] = [];
  const requests = new Map<string, Request>();
  const verdicts = new Map<string, Refusal | 'accepted'>();
  let now = MORNING;
  let leave: Link = link();

  for (const step of steps) take(step);

  // The weather clears.
  for (let round = 0; round < 4; round += 1)
    for (const device of devices) {
      for (const action of device.waiting) answer(device, action, decide(action));
      pull(device, log.length);
    }
  const draftLog = log.filter(({ action }) => action.requestId === hexId(0xa1));
  const states = draftLog.reduce<(Request | undefined)[]>(
    (all, { action, stamp }) => [...all, rules.apply(all.at(-1), action, stamp)],
    [undefined],
  );
  return {
    log,
    devices,
    made,
    requests,
    draftLog,
    states,
    ...(leave.endedAt !== undefined && { linkEndedAt: leave.endedAt }),
  };

  function take(step: Step): void {
    const device = 'who' in step ? (devices[step.who % devices.length] ?? devices[0]) : undefined;
    switch (step.what) {
      case 'do':
        return device && act(device, step.deed, step.n, step.bold);
      case 'send': {
        const action = device?.waiting[step.n % Math.max(1, device.waiting.length)];
        if (device && action) flying.push({ from: device, action });
        return;
      }
      case 'arrive': {
        const message = flying[step.n % Math.max(1, flying.length)];
        if (!message) return;
        if (step.fate !== 'twice') flying = flying.filter((one) => one !== message);
        if (step.fate === 'lost') return;
        const verdict = decide(message.action);
        if (step.fate !== 'reply-lost') answer(message.from, message.action, verdict);
        return;
      }
      case 'pull':
        return device && pull(device, Math.min(log.length, device.log.length + step.n));
      case 'scan':
        return device && scan(device);
      case 'wait':
        now += step.minutes * 60_000;
        return;
      case 'end-link':
        leave = { ...leave, endedAt: leave.endedAt ?? now };
    }
  }

  function act(device: Device, deed: Deed, n: number, bold: boolean): void {
    const requestId = deed.startsWith('linked') || deed === 'agree' ? hexId(0xa2) : hexId(0xa1);
    const shown = shownOn(device, requestId);
    device.made += 1;
    const step = {
      id: hexId(made.length + 0x1000),
      requestId,
      device: device.id,
      dseq: device.made,
      at: now,
    };
    const action = deedOf(deed, device.person, shown, step, n);
    // Somebody bold sends what the own device would not let pass.
    if (!action || (!bold && rules.mayAct(shown, action, known()))) return;
    made.push(action);
    device.waiting = [...device.waiting, action];
  }

  function shownOn(device: Device, requestId: string): Request | undefined {
    const own = device.log.filter(({ action }) => action.requestId === requestId);
    const waiting = device.waiting.filter((action) => action.requestId === requestId);
    const confirmed = rules.apply === apply ? fold(undefined, own) : folded(own);
    return layOver(confirmed, waiting, known());
  }

  function folded(events: readonly Event[]): Request | undefined {
    return events.reduce<Request | undefined>(
      (one, event) => rules.apply(one, event.action, event.stamp),
      undefined,
    );
  }

  /** The worker's camera reads the phone's screen: the same step comes by a second way. */
  function scan(device: Device): void {
    const phone = devices[0];
    const handed = phone?.waiting.findLast(({ kind }) => kind === 'hand-over');
    if (!handed || (device.person.role !== 'worker' && device.person.role !== 'supervisor')) return;
    if ([...device.waiting, ...device.log.map(({ action }) => action)].some(({ id }) => id === handed.id))
      return;
    device.waiting = [...device.waiting, handed];
  }

  function decide(action: Action): Refusal | 'accepted' | 'again' {
    const before = verdicts.get(action.id);
    if (before && rules.remembers) return before;
    const request = requests.get(action.requestId);
    const facts = known({ receivedAt: now, link: leave });
    const refused = rules.mayAct(request, action, facts)?.reason;
    if (refused === 'unknown-request') return 'again';
    verdicts.set(action.id, refused ?? 'accepted');
    if (refused) return refused;
    const draft = request?.draft;
    const sent = action.kind === 'open' && draft && rules.stampLater ? action : undefined;
    const stamp = {
      seq: log.length + 1,
      receivedAt: now,
      ...(sent?.chosen && draft && { given: givenBy(draft, sent.chosen, sent.seen ?? []) }),
      ...(sent && draft && { later: unseen(draft, sent.chosen ?? {}, sent.seen ?? []) }),
      ...(action.kind === 'open' && action.by.role === 'helper' && { awaits: 'resident' as const }),
    };
    const next = rules.apply(request, action, stamp);
    if (next) requests.set(action.requestId, next);
    log = [...log, { action, stamp }];
    return 'accepted';
  }

  function answer(device: Device, action: Action, verdict: Refusal | 'accepted' | 'again'): void {
    if (verdict === 'accepted' || verdict === 'again') return; // what was accepted waits for the pull
    if (!device.waiting.includes(action)) return;
    device.waiting = device.waiting.filter((one) => one !== action);
    device.refused = [...device.refused, { action, reason: verdict }];
  }

  function pull(device: Device, upTo: number): void {
    device.log = log.slice(0, Math.max(device.log.length, upTo));
    const there = new Set(device.log.map(({ action }) => action.id));
    device.waiting = device.waiting.filter(({ id }) => !there.has(id));
  }
}
