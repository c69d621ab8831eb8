/** Questions and their answers, each with a way to change it and, in the hall, who gave it. */
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import { Tag, type Tone } from './Tag.tsx';
import './answer-list.css';

export type AnswerRow = {
  readonly id: string;
  readonly label: string;
  readonly value: ComponentChildren;
  readonly change?:
    | {
        readonly href: string;
        /** The full spoken name: 修改：哪里坏了. */
        readonly label: string;
        /** The short word that is seen, contained in `label`; without it the whole label is seen. */
        readonly word?: string | undefined;
      }
    | undefined;
  /** Who gave it, or what is to be known about it. */
  readonly note?: string | { readonly text: string; readonly tone: Tone } | undefined;
};

export function AnswerList({ rows }: { readonly rows: readonly AnswerRow[] }) {
  return (
    <dl class="answers">
      {rows.map(({ id, label, value, change, note }) => (
        <div key={id} class="answer">
          <dt class="answer-label">{label}</dt>
          <dd class="answer-value">{value}</dd>
          {note && (
            <dd class="answer-note">
              {typeof note === 'string' ? (
                <Tag tone="mint">{note}</Tag>
              ) : (
                <Tag tone={note.tone}>{note.text}</Tag>
              )}
            </dd>
          )}
          {change && (
            <dd class="answer-change">
              <a href={change.href} aria-label={change.word ? change.label : undefined}>
                <Icon name="pen" />
                <span>{change.word ?? change.label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
