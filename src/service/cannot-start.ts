/** A reason not to start that a person can mend: printed as it is, line by line, without a stack. */
export class CannotStart extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
  }
}
