/** What the input of one question is given, whatever its type. */
import type { Entry } from '#domain/answers/answer.ts';
import type { Field, FieldType } from '#domain/matter/matter.ts';

/** The members of the union that have one of these types; some members stand for two. */
type FieldOf<Type extends FieldType, One = Field> = One extends { readonly type: infer Kind }
  ? Extract<Kind, Type> extends never
    ? never
    : One
  : never;

export type FieldProps<Type extends FieldType> = {
  readonly field: FieldOf<Type>;
  /** Of the first thing to press or fill: the error summary leads there. */
  readonly id: string;
  readonly question: string;
  readonly entry: Entry | undefined;
  readonly error: string | undefined;
  /** After a key. */
  readonly onType: (entry: Entry) => void;
  /** After a choice; `undefined` takes the answer back. */
  readonly onChoose: (entry: Entry | undefined) => void;
  /** The person left a box: what was typed is kept at once. */
  readonly onLeave: () => void;
};

/** Cannot be the id of an option: those are kebab-case. */
export const UNKNOWN_OPTION = '_unknown';
