/** "Whom are you helping?": whoever shows a code on a telephone, somebody the office knows, or somebody new. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useHall } from '#app/hall/hall-context.ts';
import { QUEUE_PATH } from '#app/hall/hall-place.ts';
import { maskName } from '#app/hall/mask.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Icon } from '#app/parts/Icon.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { Tile } from '#app/parts/Tile.tsx';
import { Tiles } from '#app/parts/Tiles.tsx';
import { useLive } from '#app/use-live.ts';
import { readOffice } from '#storage/office.ts';
import { CodeBox } from './CodeBox.tsx';
import { findResidents, knownResidents, type KnownResident } from './known-residents.ts';
import type { useCode } from './use-code.ts';

export type Whom = Pick<KnownResident, 'id' | 'name' | 'told'>;

type Props = {
  readonly newResidentId: () => string;
  readonly onChosen: (whom: Whom) => void;
  readonly code: ReturnType<typeof useCode>;
};

const SHOWN_MOST = 6;

export function WhomStep({ newResidentId, onChosen, code }: Props) {
  const t = useT();
  const language = useLanguage();
  const { db } = useDeps();
  const { settings } = useHall();
  const [typed, setTyped] = useState('');
  const known = useLive(
    async () => knownResidents(db, { t, language, office: (await readOffice(db))?.office }),
    [db, language],
  );
  const found = findResidents(known ?? [], typed).slice(0, SHOWN_MOST);
  const name = typed.trim();
  const isName = name !== '' && !/\d/u.test(name);

  return (
    <div class="hall-page">
      <a class="hall-button" href={QUEUE_PATH}>
        <Icon name="back" />
        {t('acting:back')}
      </a>
      <ScreenTitle title={t('acting:whom')}>{t('acting:whom')}</ScreenTitle>
      <CodeBox code={code} />
      <section class="acting-code" aria-labelledby="acting-whom-title">
        <h2 id="acting-whom-title">{t('acting:whom.no_phone')}</h2>
        <TextBox
          id="acting-whom"
          label={t('acting:whom.label')}
          hint={t('acting:whom.hint')}
          value={typed}
          onInput={setTyped}
        />
        <p role="status">{typed !== '' && t('acting:whom.found', { count: found.length })}</p>
        {found.length > 0 && (
          <Tiles>
            {found.map((one) => (
              <Tile
                key={one.id}
                icon="person"
                title={settings.masked ? maskName(one.name) : one.name}
                line={settings.masked ? undefined : one.place}
                onPress={() => onChosen(one)}
              />
            ))}
          </Tiles>
        )}
        {isName && (
          <BigButton
            look={found.length > 0 ? 'plain' : 'main'}
            icon="plus"
            onPress={() => onChosen({ id: newResidentId(), name, told: {} })}
          >
            {t('acting:whom.new', { name })}
          </BigButton>
        )}
      </section>
    </div>
  );
}
