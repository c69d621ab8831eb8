/** What the service knows while it decides, and who stands before it. */
import type { NamedLink } from '#domain/mandate/link.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import type { Answerable, Person } from '#domain/request/action.ts';

/** The person at the door, by session or by secret. */
export type Asker = Person & { readonly worker?: Answerable };

export type Desk = {
  readonly office: Office;
  /** The service's clock, ms since 1970. */
  readonly now: number;
  readonly asker: Asker;
  /** The office that the asker may act in. */
  readonly officeId: string;
  /** By action id: the resident's mark on a hand-over that the asker only brings. */
  readonly carried: Readonly<Record<string, string>>;
  readonly matter: (id: string, version: number) => Promise<Matter | undefined>;
  /** The catalogue has this matter, in whatever version. */
  readonly knowsMatter: (id: string) => boolean;
  readonly worker: (id: string) => Promise<Answerable | undefined>;
  readonly link: (id: string) => Promise<NamedLink | undefined>;
  /** SHA-256 of a resident's secret; `undefined` for somebody who never called. */
  readonly secretHashOf: (residentId: string) => Promise<string | undefined>;
};
