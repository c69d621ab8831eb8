/**
 * Workers' passwords: only scrypt hashes are kept, each with its own salt and cost.
 * Cost as OWASP names it for scrypt (N 2^15, r 8, p 3: 32 MB and about a quarter of a second).
 */
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

const COST = { N: 2 ** 15, r: 8, p: 3 };
const KEY_BYTES = 32;

/** `scrypt$N$r$p$salt$key`, the last two in base64url. */
export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Takes equally long whether the worker is known or not: without a hash it works on one that nothing fits. */
export async function fitsPassword(password: string, kept: string | undefined): Promise<boolean> {
  const known = kept !== undefined && kept !== '';
  const [, n, r, p, salt, key] = (known ? kept : NOBODY).split('$');
  const wanted = Buffer.from(key ?? '', 'base64url');
  const cost = { N: Number(n), r: Number(r), p: Number(p) };
  const given = await derive(password, Buffer.from(salt ?? '', 'base64url'), cost);
  return given.length === wanted.length && timingSafeEqual(given, wanted) && known;
}

const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Twelve signs that are hard to mistake on paper, in groups of four: about 58 bits. */
export function newPassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = (): string => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return [group(), group(), group()].join('-');
}

function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  const options = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((done, failed) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? failed(error) : done(key),
    );
  });
}
