/**
 * Something went wrong in a way that a developer can act on: the message is one clear sentence, and is all that is
 * shown. Any other error is a mistake in these scripts and keeps its stack trace.
 */
export class Failure extends Error {
  /**
   * @param {string} sentence what is wrong and what to do
   * @param {{ log?: string }} [more] log: the file with the details
   */
  constructor(sentence, { log } = {}) {
    const ended = /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
    super(log ? `${ended} The log: ${log}` : ended);
    this.name = 'Failure';
    this.log = log;
  }
}
