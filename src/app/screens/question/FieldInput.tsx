/** The input that fits the question's type. A new type of field is a new line here. */
import type { Field, FieldType } from '#domain/matter/matter.ts';
import { AddressField } from './AddressField.tsx';
import { ChoiceField, ChoicesField, YesNoField } from './ChoiceFields.tsx';
import type { FieldProps } from './field-props.ts';
import { PhotosField } from './PhotosField.tsx';
import { SlotsField } from './SlotsField.tsx';
import { DateField, TypedField } from './TypedFields.tsx';
import { UnknownTick } from './UnknownTick.tsx';

type Props = Omit<FieldProps<FieldType>, 'field'> & {
  readonly field: Field;
  readonly draftId: string;
  readonly keepAll: () => Promise<void>;
  readonly onWork: (work: Promise<unknown>) => void;
};

export function FieldInput(props: Props) {
  const { field, id, question, entry, onChoose } = props;
  const isChosen = field.type === 'choice' || field.type === 'choices' || field.type === 'yes-no';
  return (
    <>
      <OfType {...props} />
      {field.unknown && !isChosen && (
        <UnknownTick id={id} question={question} entry={entry} onChoose={onChoose} />
      )}
    </>
  );
}

function OfType({ field, draftId, keepAll, onWork, ...props }: Props) {
  switch (field.type) {
    case 'text':
    case 'long-text':
    case 'telephone':
    case 'resident-id':
    case 'money':
      return <TypedField field={field} {...props} />;
    case 'date':
      return <DateField field={field} {...props} />;
    case 'slots':
      return <SlotsField field={field} {...props} />;
    case 'choice':
      return <ChoiceField field={field} {...props} />;
    case 'choices':
      return <ChoicesField field={field} {...props} />;
    case 'yes-no':
      return <YesNoField field={field} {...props} />;
    case 'address':
      return <AddressField field={field} {...props} />;
    case 'photos':
      return <PhotosField field={field} {...props} draftId={draftId} keepAll={keepAll} onWork={onWork} />;
  }
}
