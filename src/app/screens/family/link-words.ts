/** A link in words: who it is, and what it lets somebody do. */
import type { T } from '#app/i18n.ts';
import type { LinkScope, NamedLink } from '#domain/mandate/link.ts';

/** 女儿小芳; where the relation is none of the names, the name alone. */
export function sayHelper({ relation, helperName }: NamedLink, t: T): string {
  if (relation === 'other') return helperName;
  return t('family:named', { relation: t(`family:relation.${relation}`), name: helperName });
}

/** 看办到哪里、办家里的事 */
export function sayScopes(scopes: readonly LinkScope[], t: T, language: string): string {
  const said = scopes.map((scope) => t(`family:may.${scope}`));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(said);
}
