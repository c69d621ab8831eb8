/** An office: who runs it, who answers for what, where its window is. Public; no resident's data in here. */
import type { Words } from '#domain/words.ts';

export type Unit = { readonly id: string; readonly name: Words };
export type Building = { readonly id: string; readonly name: Words; readonly units: readonly Unit[] };

/** Another place that a request can belong to: the right door. */
export type Door = {
  readonly id: string;
  readonly name: Words;
  readonly telephone: string;
  readonly address: Words;
};

/**
 * Days off and moved working days, as published by the State Council; dates are YYYY-MM-DD.
 * For a year that is not in `knownYears` only weekends and `statutory` days are off.
 */
export type Calendar = {
  readonly source: string;
  readonly knownYears: readonly number[];
  /** Days off of the known years, weekends excepted. */
  readonly off: readonly string[];
  /** Weekend days of the known years on which people work. */
  readonly moved: readonly string[];
  /** Statutory days off of years whose arrangement is not published yet. */
  readonly statutory: readonly string[];
};

export type Office = {
  readonly id: string;
  readonly name: Words;
  readonly telephone: string;
  readonly address: Words;
  readonly hours: Words;
  /** Minutes that the office's clock is ahead of UTC: 480 in China, which has no summer time. */
  readonly utcOffsetMinutes: number;
  /** The end of a working day, minutes after midnight. */
  readonly closesAtMinutes: number;
  /** Demo data may stand in for an operator only in demo mode. */
  readonly mode: 'demo' | 'live';
  readonly operator: {
    readonly name: Words;
    /** The number under which the service is filed. */
    readonly filing: string;
    /** Who answers for personal data, and how to reach them. */
    readonly dataContact: { readonly name: Words; readonly telephone: string };
  };
  /** Worker id by desk; `default` is always there. First receiver and first answerable person. */
  readonly duty: { readonly default: string; readonly [desk: string]: string };
  readonly doors: readonly Door[];
  readonly buildings: readonly Building[];
  readonly calendar: Calendar;
  /** To seal a letter that only this office can open: a raw P-256 point, base64url. The service adds it when it has one. */
  readonly publicKey?: string;
};
