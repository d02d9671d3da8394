import type { EachProblem } from '../../../domain/bulk/planEach';
import type { EachState } from '../../../domain/bulk/eachState';
import type { Text } from '../../useText';
import { problemText } from '../problemText';
import { refusalText } from '../refusalText';

/** Why one VM of several cannot get its Service, as a sentence that says what to do. */
export function eachProblemText(t: Text, problem: EachProblem): string {
  if (problem.code === 'twin')
    return t('Enter another name. The Service of {{name}} gets this one.', { name: problem.of });
  return problem.code === 'timing' ? refusalText(t, problem.refusal) : problemText(t, problem.code);
}

/** Where one VM of a run stands, in a word or two. */
export function eachStateText(t: Text, state: EachState): string {
  switch (state) {
    case 'waiting':
      return t('Waiting');
    case 'running':
      return t('In progress');
    case 'exposed':
      return t('Exposed');
    case 'failed':
      return t('Failed');
    case 'stopped':
      return t('Stopped');
    case 'undone':
      return t('Changes undone');
    case 'unfinished':
      return t('Not finished');
  }
}
