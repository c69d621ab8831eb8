/** A request by its slip, for whoever has no phone or is at a shared one: two boxes, and then where it stands. */
import { Page } from '#app/frame/Page.tsx';
import { useT, type T } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { LookedUpPage } from './LookedUpPage.tsx';
import { ObjectPage } from './ObjectPage.tsx';
import { useLookup, type Lookup, type LookupTrouble } from './use-lookup.ts';

export function LookupScreen() {
  const lookup = useLookup();
  if (lookup.objecting) return <ObjectPage lookup={lookup} step={lookup.objecting.step} />;
  if (lookup.found) return <LookedUpPage found={lookup.found} begin={lookup.begin} />;
  return <AskPage lookup={lookup} />;
}

function AskPage({ lookup }: { readonly lookup: Lookup }) {
  const t = useT();
  const { typed, type, trouble, busy, look } = lookup;
  const errorAt = (box: 'number' | 'year') => (trouble?.why === box ? sayTrouble(trouble, t) : undefined);
  const errors = (['number', 'year'] as const).flatMap((box) => {
    const text = errorAt(box);
    return text === undefined ? [] : [{ href: `#lookup-${box}`, text }];
  });
  return (
    <Page
      key="ask"
      title={t('lookup:title')}
      back="/"
      errors={errors}
      bottom={
        <BigButton look="main" icon="search" busy={busy} onPress={() => void look()}>
          {busy ? t('lookup:looking') : t('lookup:look')}
        </BigButton>
      }
    >
      <p>{t('lookup:line')}</p>
      <Told trouble={errors.length > 0 ? undefined : trouble} />
      <TextBox
        id="lookup-number"
        label={t('lookup:number')}
        hint={t('lookup:number.hint')}
        inputMode="numeric"
        value={typed.number}
        onInput={(number) => type({ number })}
        error={errorAt('number')}
      />
      <TextBox
        id="lookup-year"
        label={t('lookup:year')}
        hint={t('lookup:year.hint')}
        inputMode="numeric"
        value={typed.year}
        onInput={(year) => type({ year })}
        error={errorAt('year')}
      />
    </Page>
  );
}

/** What went wrong that is not about one box. */
export function Told({ trouble }: { readonly trouble: LookupTrouble | undefined }) {
  const t = useT();
  return (
    <div role="alert">{trouble && <Notice tone="clay" icon="warn" title={sayTrouble(trouble, t)} />}</div>
  );
}

function sayTrouble(trouble: LookupTrouble, t: T): string {
  if (trouble.why === 'slow-down') return t('lookup:slow-down', { seconds: trouble.seconds });
  if (trouble.why === 'refused') {
    if (trouble.reason === 'stopped') return t('done-for-me:stopped');
    return trouble.reason === 'too-late-to-object' ? t('errors:too-late-to-object') : t('lookup:refused');
  }
  return t(`lookup:${trouble.why}_wrong`);
}
