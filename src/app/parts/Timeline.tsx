/** What has happened and what comes next, in whole sentences; done, here and ahead differ in shape as well as colour. */
import type { ComponentChildren } from 'preact';
import './timeline.css';

export type TimelineItem = {
  readonly id: string;
  readonly when: ComponentChildren;
  readonly text: ComponentChildren;
  /** What somebody wrote, as they wrote it. */
  readonly words?: ComponentChildren;
  /** `here` is where the request stands now. Without it: done. */
  readonly now?: 'done' | 'here' | 'ahead' | undefined;
  readonly extra?: ComponentChildren;
};

export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol class="timeline">
      {items.map(({ id, when, text, words, now = 'done', extra }) => (
        <li
          key={id}
          class={`timeline-item timeline-${now}`}
          aria-current={now === 'here' ? 'step' : undefined}
        >
          <p>
            <span class="timeline-when">{when}</span> {text}
          </p>
          {words && <blockquote class="timeline-words">{words}</blockquote>}
          {extra}
        </li>
      ))}
    </ol>
  );
}
