/** Made by `matterFiles` in vite.config.ts from the catalogue's files. */
declare module 'virtual:matter-tiles' {
  import type { Tile } from '#matters/tile.ts';
  export const tiles: readonly Tile[];
}

declare module 'virtual:matters' {
  import type { Matter } from '#domain/matter/matter.ts';
  export const shippedMatters: readonly Matter[];
}

/** Made by `wordFiles` in vite.config.ts from `locales/`. */
declare module 'virtual:words' {
  type Piece = { readonly files: Readonly<Record<string, Readonly<Record<string, string>>>> };
  type Part = 'first' | 'rest' | 'hall';
  export const words: Readonly<Record<string, Readonly<Record<Part, () => Promise<Piece>>>>>;
}
