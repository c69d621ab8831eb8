/** Who shall help, with what, until when: chosen by the resident, and then a code for the other person. */
import { Page } from '#app/frame/Page.tsx';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { ChoiceMany } from '#app/parts/ChoiceMany.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { LINK_SCOPES, RELATIONS } from '#domain/mandate/link.ts';
import { LinkCode } from './LinkCode.tsx';
import { UNTIL_DAYS, useOffer, type Missing } from './use-offer.ts';

export function OfferScreen() {
  const offer = useOffer();
  if (offer.state.at === 'shown') {
    const { offered } = offer.state;
    return <LinkCode offered={offered} onCancel={() => void offer.cancel(offered)} onAgain={offer.again} />;
  }
  return <Choosing offer={offer} />;
}

function Choosing({ offer }: { readonly offer: ReturnType<typeof useOffer> }) {
  const t = useT();
  const { draft, change, state } = offer;
  const missing = state.at === 'choosing' ? state.missing : [];
  const trouble = state.at === 'choosing' ? state.trouble : undefined;
  const errorOf = (part: Missing) => (missing.includes(part) ? t(`family:offer.missing.${part}`) : undefined);

  return (
    <Page
      title={t('family:offer.title')}
      back="/family"
      errors={missing.map((part) => ({ href: `#offer-${part}`, text: t(`family:offer.missing.${part}`) }))}
      bottom={
        <BigButton look="main" busy={state.at === 'asking'} onPress={() => void offer.give()}>
          {state.at === 'asking' ? t('family:offer.giving') : t('family:offer.give')}
        </BigButton>
      }
    >
      <div role="alert">
        {trouble && <Notice tone="clay" icon="warn" title={t(`family:trouble.${trouble}`)} />}
      </div>
      <ChoiceList
        name="offer-relation"
        label={t('family:offer.relation')}
        labelShown
        options={RELATIONS.map((id) => ({ id, label: t(`family:relation.${id}`) }))}
        chosen={draft.relation}
        onChoose={(id) => {
          const relation = RELATIONS.find((one) => one === id);
          if (relation) change({ relation });
        }}
        error={errorOf('relation')}
      />
      <ChoiceMany
        name="offer-scopes"
        label={t('family:offer.scopes')}
        labelShown
        options={LINK_SCOPES.map((id) => ({
          id,
          label: t(`family:scope.${id}`),
          ...(id === 'file-benefits' && { hint: t('family:scope.file-benefits.hint') }),
        }))}
        chosen={draft.scopes}
        onToggle={(id) =>
          change({
            scopes: LINK_SCOPES.filter((one) => (one === id) !== draft.scopes.includes(one)),
          })
        }
        error={errorOf('scopes')}
      />
      <ChoiceList
        name="offer-until"
        label={t('family:offer.until')}
        labelShown
        options={UNTIL_DAYS.map((id) => ({ id, label: t(`family:offer.until.${id}`) }))}
        chosen={draft.days}
        onChoose={(id) => {
          const days = UNTIL_DAYS.find((one) => one === id);
          if (days) change({ days });
        }}
        error={errorOf('until')}
      />
      <TextBox
        id="offer-name"
        label={t('family:offer.name')}
        value={draft.name}
        maxLength={50}
        autocomplete="name"
        onInput={(name) => change({ name })}
        error={errorOf('name')}
      />
      <p>{t('family:offer.never')}</p>
    </Page>
  );
}
