/** What is wrong with a matter file, told so that whoever wrote the file can find the place. */
export type Problem = {
  readonly file: string;
  /** Where in the file: `fields[3].options[0].label.en`; empty for the file as a whole. */
  readonly path: string;
  /** In plain English, for the people who keep the catalogue; never shown to a resident. */
  readonly says: string;
};

export type Step = string | number;
export type Path = readonly Step[];

export function sayPath(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./u, '');
}

export function sayProblem({ file, path, says }: Problem): string {
  return path === '' ? `${file}: ${says}` : `${file}: ${path}: ${says}`;
}

/** `home-repair.json` of `./catalogue/home-repair.json`: tools hand files over by paths of their own. */
export function fileName(file: string): string {
  return file.split(/[\\/]/u).at(-1) ?? file;
}
