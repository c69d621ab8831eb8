/** "Print my slip": what the resident may take home from a machine with a printer. Drawn only when it is asked for. */
import { useEffect, useState } from 'preact/hooks';
import { maskName } from '#app/hall/mask.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { sayDue } from '#app/say.ts';
import type { SlipWords } from '#app/slip/Slip.tsx';
import { useWords } from '#app/use-words.ts';
import { readHallSettings } from '#storage/hall-settings.ts';
import { residentName } from '#app/hall/resident-of.ts';
import type { Found } from './use-shown-request.ts';

type Sheet = typeof import('#app/slip/PaperSlip.tsx').PaperSlip;

/** Nothing before the office gave the request its number: a slip without one helps nobody. */
export function PrintSlip({ shown, matter, office, now }: Found) {
  const t = useT();
  const words = useWords();
  const language = useLanguage();
  const [sheet, setSheet] = useState<{ readonly Paper: Sheet }>();
  useEffect(() => {
    if (sheet) window.print();
  }, [sheet]);
  const { number, answerable, due, mandate, answers } = shown.request;
  if (number === undefined) return null;

  const name = mandate?.residentName ?? residentName(matter, answers);
  const about = matter ? words(matter.title) : t('request:title');
  const telephone = answerable?.telephone ?? office?.telephone;
  const slip: SlipWords = {
    label: t('request:slip'),
    office: office && words(office.name),
    title: name === undefined ? about : t('request:slip.for', { name: maskName(name), matter: about }),
    numberLabel: t('request:number.label'),
    number,
    lines: [
      answerable && t('request:slip.answers', { name: answerable.name }),
      due && t('request:trail.ahead', { due: sayDue(due, { t, language, now }) }),
      telephone !== undefined && t('request:slip.call', { telephone }),
      t('request:number.hint'),
    ].filter((line) => typeof line === 'string'),
  };

  async function print(): Promise<void> {
    const { PaperSlip: Paper } = await import('#app/slip/PaperSlip.tsx');
    setSheet({ Paper }); // a new one each time: printed each time
  }
  return (
    <>
      <BigButton look="quiet" onPress={() => void print()}>
        {t('request:slip.print')}
      </BigButton>
      {sheet && <sheet.Paper paper={readHallSettings().paper} words={slip} />}
    </>
  );
}
