/**
 * What fits the shape of a matter and still makes no sense: conditions on questions that do not
 * exist or come later, a limit that can never be reached, the same thing asked twice.
 */
import type { Condition, Field, FieldType, Matter, Remembered } from '#domain/matter/matter.ts';
import type { Path } from './problem.ts';

type Nonsense = { readonly at: Path; readonly says: string };

/** Only a field of this type can hold what the device remembers. */
const TYPE_OF: Record<Remembered, FieldType> = {
  name: 'text',
  telephone: 'telephone',
  'resident-id': 'resident-id',
  address: 'address',
  'contact-name': 'text',
  'contact-telephone': 'telephone',
};

export function nonsenseIn(matter: Matter): readonly Nonsense[] {
  return [
    ...matter.fields.flatMap((field, index) => aboutField(matter, field, index)),
    ...aboutLimits(matter),
    ...twice(matter.filers, 'filers', 'stands here twice'),
  ];
}

function aboutField(matter: Matter, field: Field, index: number): readonly Nonsense[] {
  const at: Path = ['fields', index];
  const found: Nonsense[] = [];
  const earlier = matter.fields.slice(0, index);

  if (earlier.some(({ id }) => id === field.id))
    found.push({ at: [...at, 'id'], says: `"${field.id}" is used twice` });
  if (earlier.some(({ question }) => question['zh-CN'] === field.question['zh-CN'])) {
    found.push({ at: [...at, 'question', 'zh-CN'], says: 'is asked twice' });
  }
  if (field.onlyIf) found.push(...aboutCondition(field.onlyIf, earlier, [...at, 'onlyIf'], matter.fields));

  if (field.remember) {
    const type = TYPE_OF[field.remember];
    if (field.type !== type)
      found.push({ at: [...at, 'remember'], says: `"${field.remember}" needs a field of type ${type}` });
    if (earlier.some(({ remember }) => remember === field.remember)) {
      found.push({ at: [...at, 'remember'], says: `"${field.remember}" is asked twice` });
    }
    if (matter.filers.includes('anonymous') && !field.optional && !field.onlyIf) {
      found.push({ at, says: 'must be optional: this matter may be filed without a name' });
    }
  }
  if (field.type === 'resident-id' && field.sensitive !== 'identity') {
    found.push({ at, says: 'a resident ID needs "sensitive": "identity"' });
  }
  if (field.type === 'photos' && !field.optional) {
    found.push({ at, says: 'photos must be optional: a phone may have no camera, or refuse it' });
  }
  if (field.type === 'slots' && field.most > field.days * 2) {
    found.push({ at: [...at, 'most'], says: `is more than ${field.days} days have: two slots a day` });
  }
  if (field.type === 'choice' || field.type === 'choices') {
    found.push(
      ...twice(
        field.options.map(({ id }) => id),
        [...at, 'options'],
        'is used twice',
      ),
    );
  }
  return found;
}

function aboutLimits({ limits, fields }: Matter): readonly Nonsense[] {
  return limits.flatMap(({ when }, index): readonly Nonsense[] => {
    const at: Path = ['limits', index];
    const isLast = index === limits.length - 1;
    if (when && isLast)
      return [{ at: [...at, 'when'], says: 'the last limit holds for all other cases: no condition here' }];
    if (when) return aboutCondition(when, fields, [...at, 'when'], fields);
    return isLast ? [] : [{ at, says: 'needs "when": without it the limits after it never hold' }];
  });
}

/** `askable`: the questions whose answer is known by then; `all`: to tell "later" from "nowhere". */
function aboutCondition(
  { field, is }: Condition,
  askable: readonly Field[],
  at: Path,
  all: readonly Field[],
): readonly Nonsense[] {
  const asked = askable.find(({ id }) => id === field);
  if (!asked) {
    const later = all.some(({ id }) => id === field);
    return [
      {
        at: [...at, 'field'],
        says: later ? `"${field}" is not asked before this` : `there is no field "${field}"`,
      },
    ];
  }
  if (asked.type !== 'choice' && asked.type !== 'yes-no') {
    return [
      {
        at: [...at, 'field'],
        says: `"${field}" is of type ${asked.type}: only a choice or a yes-no can be a condition`,
      },
    ];
  }
  const answers = asked.type === 'yes-no' ? ['yes', 'no'] : asked.options.map(({ id }) => id);
  return answers.includes(is)
    ? []
    : [{ at: [...at, 'is'], says: `"${field}" has no answer "${is}" (it has: ${answers.join(', ')})` }];
}

function twice(ids: readonly string[], list: string | Path, says: string): readonly Nonsense[] {
  const at = typeof list === 'string' ? [list] : list;
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ at: [...at, index], says: `"${id}" ${says}` }] : [],
  );
}
