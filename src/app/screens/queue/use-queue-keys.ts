/** Moving through the queue by keyboard. The focus itself moves, so what is marked is what Enter opens. */
import { useLocation } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import { useHall } from '#app/hall/hall-context.ts';
import { QUEUE_PATH } from '#app/hall/hall-place.ts';
import { useShortcuts } from '#app/hall/use-shortcuts.ts';

type Keys = {
  /** The request that is open beside the queue. */
  readonly openId: string | undefined;
  /** Takes the request on whose card the focus is. */
  readonly take: (requestId: string) => void;
};

export function useQueueKeys({ openId, take }: Keys) {
  const { settings } = useHall();
  const { route } = useLocation();
  const list = useRef<HTMLElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const wantsSearch = useRef(false);

  const stops = () => [
    ...(list.current?.querySelectorAll<HTMLElement>('[data-stop] a, [data-stop] button') ?? []),
  ];
  const focused = () => stops().findIndex((stop) => stop === document.activeElement);
  const move = (step: 1 | -1) => {
    const all = stops();
    const at = focused();
    const beside = all.findIndex((stop) => stop.closest(`[data-request="${openId ?? ''}"]`));
    // From nowhere, begin beside the open request, else at the top.
    const next = at >= 0 ? at + step : Math.max(beside, 0);
    all[Math.min(Math.max(next, 0), all.length - 1)]?.focus();
  };
  const onCardsOnly = (step: 1 | -1) => (focused() < 0 ? false : move(step)); // elsewhere the arrows scroll

  useShortcuts(settings.shortcuts, {
    '/': () => {
      searchBox.current?.focus();
      if (document.activeElement === searchBox.current) return;
      wantsSearch.current = true; // a small screen hides the queue behind the request
      route(QUEUE_PATH);
    },
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => onCardsOnly(1),
    ArrowUp: () => onCardsOnly(-1),
    t: () => {
      const id = document.activeElement?.closest<HTMLElement>('[data-request]')?.dataset['request'];
      if (id === undefined) return false;
      take(id);
      return true;
    },
    Escape: () => (openId === undefined ? false : route(QUEUE_PATH)),
  });

  const before = useRef(openId);
  useEffect(() => {
    const left = before.current;
    before.current = openId;
    if (openId !== undefined) return;
    if (wantsSearch.current) {
      wantsSearch.current = false;
      searchBox.current?.focus();
    } else if (left !== undefined) {
      list.current?.querySelector<HTMLElement>(`[data-request="${left}"] a`)?.focus();
    }
  }, [openId]);

  return { list, searchBox, toFirst: () => stops()[0]?.focus() };
}
