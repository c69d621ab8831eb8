/** An ID number, covered in the middle until somebody asks for the whole: a counter has people behind it. */
import { useState } from 'preact/hooks';
import { maskNumber } from '#app/hall/mask.ts';
import { useT } from '#app/i18n.ts';

export function SecretNumber({ label, number }: { readonly label: string; readonly number: string }) {
  const t = useT();
  const [whole, setWhole] = useState(false);
  return (
    <span class="hall-secret">
      <span>{whole ? number : maskNumber(number)}</span>
      <button
        type="button"
        class="hall-button"
        aria-pressed={whole}
        aria-label={t('hall-request:secret.show_what', { label })}
        onClick={() => setWhole(!whole)}
      >
        {t('hall-request:secret.show')}
      </button>
    </span>
  );
}
