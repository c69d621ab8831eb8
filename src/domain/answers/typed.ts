/** What people's fingers, keyboards and dictation do to a text, undone before anything is judged. */

/** Full-width letters, digits and signs in their narrow form: ３０元 → 30元. Nothing else changes. */
export function narrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/gu, ' ');
}

/** Spaces of every width, and the unseen marks that come along when a number is copied out of a contact list. */
const UNSEEN = /[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** Dashes, dots, commas and brackets with which people group digits. */
const GROUPING = /[-‐‑‒–—―−－ー~_.·•・．。、，,/()[\]{}（）【】「」]/gu;

/** Narrow, without anything that only groups or decorates digits. */
export function bare(text: string): string {
  return narrow(text).replace(UNSEEN, '').replace(GROUPING, '');
}

export function withoutSpaces(text: string): string {
  return narrow(text).replace(UNSEEN, '');
}

export function isBlank(text: string): boolean {
  return text.replace(UNSEEN, '') === '';
}

/** More than `most` Unicode code points? A text of any size is answered at once. */
export function isLongerThan(text: string, most: number): boolean {
  return text.length > 2 * most || (text.length > most && Array.from(text).length > most);
}

/** Half of a surrogate pair, or a control sign other than a line's end: no text has them on purpose, and no store keeps them alike. */
const BROKEN = /\p{Surrogate}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu; // oxlint-disable-line no-control-regex -- control signs are what it looks for

export function isWhole(text: string): boolean {
  return text.search(BROKEN) === -1;
}

/** The text as it can be kept: line ends alike, broken signs out, nothing around it. Words stay as they are. */
export function keepable(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(BROKEN, '').trim();
}
