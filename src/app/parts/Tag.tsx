/** A short label in a state's colour; its words carry the meaning, the colour only helps. */
import type { ComponentChildren } from 'preact';
import './tag.css';

export type Tone = 'sun' | 'mint' | 'clay' | 'sky' | 'plain';

export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }) {
  return <span class={`tag tag-${tone}`}>{children}</span>;
}
