/** What a full draft for a home repair weighs when it travels as light: bytes at each step, frames, seconds a round. */
import { collectFrames, FRAME_MS } from '#assist/frames.ts';
import { toLight } from '#assist/by-light.ts';
import { pack } from '#assist/pack.ts';
import { qrPicture } from '#assist/qr-picture.ts';
import type { Entries, Entry } from '#domain/answers/answer.ts';
import type { Agreed, Mandate } from '#domain/mandate/mandate.ts';
import { makeOfficeKey, SEAL_BYTES } from '#protocol/seal.ts';
import matter from '#matters/catalogue/home-repair.json' with { type: 'json' };
import type { Figure } from './figures.ts';

const AT = Date.UTC(2026, 2, 4, 2, 0);
const hex = (bytes: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** 60 hanzi, as somebody would say it. */
const WORDS =
  '厨房水龙头一直滴水，拧紧了也没用，柜子底下也湿了一大片，木板都泡胀了。楼下邻居说他家厨房顶上也开始渗水，请尽快来人看看，我白天都在家。';

const ENTRIES: Entries = {
  kind: { type: 'choice', choice: 'water' },
  danger: { type: 'yes-no', yes: false },
  words: { type: 'typed', typed: WORDS },
  slots: {
    type: 'slots',
    slots: [
      { date: '2026-03-05', part: 'morning' },
      { date: '2026-03-05', part: 'afternoon' },
      { date: '2026-03-06', part: 'morning' },
    ],
  },
  parts: { type: 'yes-no', yes: true },
  name: { type: 'typed', typed: '王秀兰' },
  telephone: { type: 'typed', typed: '13800138000' },
  address: { type: 'address', building: '12', unit: '3', room: '502' },
};

/** The matter's own fields, in their order: a new one stops the bench until it is filled in here. Photos stay behind. */
function entries(): Entries {
  const ids = matter.fields.map((field) => {
    if ('id' in field && field.id !== undefined) return field.id;
    return field.block === 'visit-slots' ? 'slots' : (field.block ?? '');
  });
  return Object.fromEntries(
    ids
      .filter((id) => id !== 'photos')
      .map((id): [string, Entry] => {
        const entry = ENTRIES[id];
        if (!entry) throw new Error(`home-repair asks for ${id}, and the bench has no answer`);
        return [id, entry];
      }),
  );
}

function draft(agreed: Agreed) {
  const [requestId, residentId] = [hex(16), hex(16)];
  const mandate: Mandate = {
    id: hex(16),
    residentId,
    residentName: '王秀兰',
    helperId: 'limin',
    matterId: matter.id,
    requestId,
    powers: ['fill', 'submit', 'add', 'receive'],
    sensitive: [],
    from: AT,
    until: AT + 8 * 3_600_000,
    reason: '眼睛看不清屏幕上的字',
    agreed,
  };
  return {
    draft: {
      id: requestId,
      matterId: matter.id,
      version: matter.version,
      entries: entries(),
      place: 'check',
      startedAt: AT,
    },
    mandate,
  };
}

/** Three characters drawn with a finger: 9 strokes of 20 points. */
const SIGNED: Agreed = {
  how: 'signed',
  strokes: Array.from({ length: 9 }, (_, stroke) =>
    Array.from({ length: 40 }, (_, at) =>
      Math.round(500 + 400 * Math.sin(stroke * 7 + at * 0.37 + (at % 2) * 2)),
    ),
  ),
};

export async function handOverBytes(): Promise<readonly Figure[]> {
  const { publicKey } = await makeOfficeKey();
  const figure = (what: string, unit: string, value: number): Figure => ({ what, unit, values: [value] });
  const of = async (name: string, agreed: Agreed) => {
    const value = draft(agreed);
    const packed = await pack(value);
    const frames = (await toLight(value, { officeId: 'guihua', publicKey })) ?? [];
    const needed = collectFrames()(frames[0] ?? '')?.of ?? 0;
    return [
      figure(`${name}: JSON`, 'bytes', new TextEncoder().encode(JSON.stringify(value)).length),
      figure(`${name}: packed and sealed, as the QR codes carry it`, 'bytes', packed.length + SEAL_BYTES),
      figure(`${name}: frames needed, any of ${frames.length}`, 'frames', needed),
      figure(`${name}: one QR code with its margin`, 'modules', qrPicture(frames[0] ?? '').size),
      figure(`${name}: shown until enough, with none lost`, 's', (needed * FRAME_MS) / 1000),
    ];
  };
  return [
    ...(await of('full home repair, agreed by a press', { how: 'pressed' })),
    ...(await of('the same with a drawn signature', SIGNED)),
  ];
}
