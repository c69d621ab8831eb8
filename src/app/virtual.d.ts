/** Made by `matterFiles` in vite.config.ts from the catalogue's files. */
declare module 'virtual:matter-tiles' {
  import type { Tile } from '#matters/tile.ts';
  export const tiles: readonly Tile[];
}

declare module 'virtual:matters' {
  import type { Matter } from '#domain/matter/matter.ts';
  export const shippedMatters: readonly Matter[];
}
