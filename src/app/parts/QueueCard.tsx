/** One request in the hall's queue: whose, what, where, and by when. */
import type { ComponentChildren } from 'preact';
import { Pressable } from './Pressable.tsx';
import { Tag, type Tone } from './Tag.tsx';
import './queue-card.css';

type Mark = { readonly text: string; readonly tone: Tone };

type Props = {
  readonly href: string;
  readonly title: ComponentChildren;
  readonly line: ComponentChildren;
  readonly due?: Mark | undefined;
  readonly marks?: readonly Mark[] | undefined;
  /** This is the one open beside the queue. */
  readonly chosen?: boolean | undefined;
};

export function QueueCard({ href, title, line, due, marks = [], chosen }: Props) {
  return (
    <Pressable class="queue-card" href={href} current={chosen}>
      <span class="queue-card-top">
        <span class="queue-card-title">{title}</span>
        {due && <span class={`queue-card-due due-${due.tone}`}>{due.text}</span>}
      </span>
      <span class="queue-card-line">{line}</span>
      {marks.length > 0 && (
        <span class="queue-card-marks">
          {marks.map((mark) => (
            <Tag key={mark.text} tone={mark.tone}>
              {mark.text}
            </Tag>
          ))}
        </span>
      )}
    </Pressable>
  );
}
