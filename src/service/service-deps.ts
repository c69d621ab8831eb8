/** What the routes ask of the world. Made once by `open-service.ts`, or by a test. */
import type { Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import type { FileShelf } from './files/shelf.ts';
import type { Log } from './log.ts';
import type { News } from './news.ts';
import type { OfficeKey } from './office-key.ts';
import type { Store } from './store/store.ts';

export type ServiceDeps = {
  readonly store: Store;
  readonly office: Office;
  /** Opens what residents' phones seal for this office. */
  readonly officeKey: OfficeKey;
  /** Every matter in its newest version, in the order of the home screen. */
  readonly catalogue: readonly Matter[];
  readonly shelf: FileShelf;
  readonly news: News;
  /** ms since 1970: the clock that decides. */
  readonly now: () => number;
  /** The longest that one `wait` is held open. */
  readonly waitMs: number;
  readonly log: Log;
  /** The built app; absent where something else serves it. */
  readonly appDir?: string;
};
