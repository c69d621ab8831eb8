/** A draft in several hands, by chance: what must hold whatever is lost, doubled, late or taken back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEEDS } from './assisted-deeds.ts';
import { assistedFaults, lostOnTheWay } from './assisted-faults.ts';
import { ASSISTED_MUTANTS } from './assisted-mutants.ts';
import { RULES, runAssisted, type Rules, type Step } from './assisted-run.ts';

/** More of them for a long look: SIMULATION_SEEDS=20000. */
const MANY = Number(process.env['SIMULATION_SEEDS'] ?? 500);

const who = fc.nat(3);
const n = fc.nat(29);
const fate = fc.constantFrom<('once' | 'twice' | 'lost' | 'reply-lost')[]>(
  'once',
  'once',
  'once',
  'twice',
  'lost',
  'reply-lost',
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      what: fc.constant('do'),
      who,
      deed: fc.constantFrom(...DEEDS),
      n,
      bold: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('send'), who, n }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('arrive'), n, fate }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('pull'), who, n: fc.constantFrom(1, 2, 99) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('scan'), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('wait'), minutes: fc.constantFrom(1, 20, 45, 600, 5000) }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('end-link') }) },
);

/** How people mostly go about it; chance puts its own steps between these. */
const USUAL: readonly (readonly Step[])[] = [
  [],
  // The phone has no line: a worker's camera reads it, and everything goes the worker's way first.
  [
    doing(0, 'hand-over'),
    { what: 'scan', who: 1 },
    ...online(1),
    ...atOnce(1, 'take-over'),
    doing(1, 'fill', 1),
  ],
  [...handedOver(1), doing(1, 'fill', 1), doing(0, 'fill'), ...online(0), ...online(1), ...atOnce(1, 'send')],
  [...handedOver(2), ...atOnce(0, 'end-mandate'), ...atOnce(2, 'fill', 1)],
  [...handedOver(1), ...atOnce(1, 'send'), ...atOnce(0, 'object'), ...atOnce(2, 'take')],
  [...handedOver(1), ...atOnce(1, 'fill', 1), ...atOnce(0, 'hand-over')],
  [...atOnce(3, 'linked-open'), ...atOnce(3, 'linked-add')],
];
/** A single step, or one that reaches the office at once. */
const chunk: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 3, arbitrary: step.map((one) => [one]) },
  {
    weight: 1,
    arbitrary: fc.tuple(who, fc.constantFrom(...DEEDS), n).map(([of, deed, k]) => atOnce(of, deed, k)),
  },
);
const run = fc
  .tuple(fc.constantFrom(...USUAL), fc.array(fc.tuple(fc.nat(60), chunk), { maxLength: 40 }))
  .map(([usual, chance]) => {
    const steps: Step[] = [...usual];
    for (const [place, some] of chance) steps.splice(place % (steps.length + 1), 0, ...some);
    return steps;
  });

function handedOver(worker: number): readonly Step[] {
  return [...atOnce(0, 'hand-over'), pulling(worker), ...atOnce(worker, 'take-over'), pulling(0)];
}
function atOnce(person: number, deed: (typeof DEEDS)[number], of = 0): readonly Step[] {
  return [pulling(person), doing(person, deed, of), ...online(person)];
}
function pulling(person: number): Step {
  return { what: 'pull', who: person, n: 99 };
}
function doing(person: number, deed: (typeof DEEDS)[number], of = 0): Step {
  return { what: 'do', who: person, deed, n: of, bold: false };
}
function online(person: number): readonly Step[] {
  return [
    { what: 'send', who: person, n: 0 },
    { what: 'arrive', n: 0, fate: 'once' },
    { what: 'pull', who: person, n: 99 },
  ];
}

function faultsOf(steps: readonly Step[], rules: Rules): string[] {
  const outcome = runAssisted(steps, rules);
  return [...new Set([...assistedFaults(outcome), ...lostOnTheWay(outcome.draftLog, outcome.states)])];
}

test(
  `in ${MANY} runs no answer is lost, overwritten or made up, and no ended mandate is used`,
  { timeout: MANY * 200 },
  () => {
    fc.assert(
      fc.property(run, (steps) => {
        expect(faultsOf(steps, RULES)).toEqual([]);
      }),
      { numRuns: MANY },
    );
  },
);

test.each(ASSISTED_MUTANTS)('it is noticed when %s', { timeout: 60_000 }, (_, rules, said) => {
  let found: readonly string[] = [];
  const details = fc.check(
    fc.property(run, (steps) => {
      const faults = faultsOf(steps, rules).filter((fault) => said.test(fault));
      if (faults.length > 0) found = faults;
      return faults.length === 0;
    }),
    { numRuns: 3000, seed: 1, endOnFailure: true },
  );
  expect(details.failed, found.join('; ')).toBe(true);
});
