/** What the environment may set, and the one line for each thing that is wrong with it. */
import { ok, refuse, type Result } from '#domain/result.ts';

export type Settings = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Database, photos and the office's file. */
  readonly dataDir: string;
  readonly mattersDir: string;
  /** The built app; `undefined` where something else serves it. */
  readonly appDir: string | undefined;
};

export function readSettings(env: Readonly<Record<string, string | undefined>>): Result<Settings, string> {
  const port = env.PORT ?? '8787';
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535)
    return refuse(`PORT should be a whole number from 0 to 65535, but is "${port}".`);
  const host = env.HOST ?? '127.0.0.1';
  if (!/^[\w.:-]{1,255}$/u.test(host))
    return refuse(`HOST should be a host name or an address such as 127.0.0.1, but is "${host}".`);
  const dataDir = env.DATA_DIR ?? 'data';
  if (dataDir.trim() === '') return refuse('DATA_DIR should name a folder, but is empty.');
  return ok({
    port: Number(port),
    host,
    dataDir,
    mattersDir: env.MATTERS_DIR ?? 'src/matters',
    appDir: 'dist/app',
  });
}
