import { OTHER_RUN_ID, RUN_ID, aService } from '../../../test/builders';
import { RUN_ANNOTATION, isOfRun } from './runAnnotation';

describe('an object of a run', () => {
  it("is known by the run's id in its annotation, and by nothing else", () => {
    expect(isOfRun(aService({ run: RUN_ID }), RUN_ID)).toBe(true);
    expect(isOfRun(aService({ run: OTHER_RUN_ID }), RUN_ID)).toBe(false);
    expect(isOfRun(aService(), RUN_ID)).toBe(false);
    expect(isOfRun({ metadata: { labels: { [RUN_ANNOTATION]: RUN_ID } } }, RUN_ID)).toBe(false);
  });

  it('is of no run when there is no run', () => {
    expect(isOfRun({ metadata: { annotations: { [RUN_ANNOTATION]: '' } } }, '')).toBe(false);
    expect(isOfRun({}, '')).toBe(false);
  });
});
