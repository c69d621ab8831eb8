/**
 * Where somebody lives: building, then entrance, then room, each appearing when the one before is known.
 *
 * Before the office has been heard of for the first time, and for a building it has not listed, the
 * address is written in words.
 */
import { useDeps } from '#app/deps.ts';
import { UNLISTED } from '#app/answer-words.ts';
import { useT } from '#app/i18n.ts';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { useKnownOffice } from '#app/use-known-office.ts';
import { useWords } from '#app/use-words.ts';
import type { Entry } from '#domain/answers/answer.ts';
import { ROOM_MOST } from '#domain/answers/check-answers.ts';
import type { Building } from '#domain/office/office.ts';
import type { FieldProps } from './field-props.ts';

type AddressEntry = Extract<Entry, { readonly type: 'address' }>;

type Props = FieldProps<'address'>;

export function AddressField(props: Props) {
  const known = useKnownOffice();
  return known ? <Address {...props} buildings={known.office?.buildings ?? []} /> : null;
}

function Address({
  id,
  entry,
  error,
  buildings,
  onType,
  onChoose,
  onLeave,
}: Props & { readonly buildings: readonly Building[] }) {
  const t = useT();
  const words = useWords();
  const { base } = useDeps();
  const given: AddressEntry = entry?.type === 'address' ? entry : { type: 'address', room: '' };
  const building = buildings.find((one) => one.id === given.building);
  const units = building && building.units.length > 1 ? building.units : [];
  const inWords = buildings.length === 0 || given.building === UNLISTED;
  const placed = inWords || given.unit !== undefined;
  // The words stand beside the part that is missing.
  const at = inWords || placed ? 'room' : given.building === undefined ? 'building' : 'unit';

  function chooseBuilding(chosen: string): void {
    if (chosen === UNLISTED)
      return onChoose({ type: 'address', building: UNLISTED, unit: UNLISTED, room: given.room });
    const only = buildings.find((one) => one.id === chosen)?.units;
    onChoose({
      type: 'address',
      building: chosen,
      // A building with one entrance is not asked which.
      ...(only?.length === 1 && only[0] && { unit: only[0].id }),
      room: given.building === UNLISTED ? '' : given.room,
    });
  }

  return (
    <>
      {buildings.length > 0 && (
        <ChoiceList
          name={at === 'building' ? id : `${id}-building`}
          label={t('question:address.building')}
          labelShown
          options={[
            ...buildings.map((one) => ({ id: one.id, label: words(one.name) })),
            { id: UNLISTED, label: t('question:address.unlisted') },
          ]}
          chosen={given.building}
          onChoose={chooseBuilding}
          {...(at === 'building' && error !== undefined && { error })}
        />
      )}
      {units.length > 0 && (
        <ChoiceList
          name={at === 'unit' ? id : `${id}-unit`}
          label={t('question:address.unit')}
          labelShown
          options={units.map((one) => ({ id: one.id, label: words(one.name) }))}
          chosen={given.unit}
          onChoose={(unit) => onChoose({ ...given, unit })}
          {...(at === 'unit' && error !== undefined && { error })}
        />
      )}
      {placed && (
        <TextBox
          id={id}
          label={inWords ? t('question:address.words') : t('question:address.room')}
          hint={inWords ? t('question:address.words.hint') : t('question:address.room.hint')}
          value={given.room}
          onInput={(room) =>
            onType({ ...given, ...(inWords && { building: UNLISTED, unit: UNLISTED }), room })
          }
          onLeave={onLeave}
          maxLength={ROOM_MOST}
          autocomplete={base === '' && inWords ? 'street-address' : 'off'}
          {...(at === 'room' && error !== undefined && { error })}
        />
      )}
    </>
  );
}
