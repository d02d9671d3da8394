import { OTHER_RUN_ID, RUN_ID } from '../../../test/objects/builders';
import { aService } from '../../../test/objects/serviceBuilders';
import { MADE_FOR_ANNOTATION, RUN_ANNOTATION, isMadeFor, isOfRun, madeForText } from './ownMarks';

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

const madeFor = (value: string) => ({ metadata: { annotations: { [MADE_FOR_ANNOTATION]: value } } });

describe('a Service that a run made for VMs', () => {
  it.each([[['web']], [['web', 'db.example']], [['constructor', '1.2.3', 'web']]])('names each of %j', (names) => {
    const service = madeFor(madeForText(names));
    for (const name of names) expect(isMadeFor(service, name)).toBe(true);
  });

  it.each(['we', 'web2', 'web.2', 'constructor', 'web,db', ''])('is not for %j', (name) => {
    expect(isMadeFor(madeFor('web,db'), name)).toBe(false);
  });

  it('is for none without the annotation, or with an empty one', () => {
    expect(isMadeFor(aService(), 'web')).toBe(false);
    expect(isMadeFor({}, 'web')).toBe(false);
    expect(isMadeFor(madeFor(''), '')).toBe(false);
    expect(isMadeFor({ metadata: { labels: { [MADE_FOR_ANNOTATION]: 'web' } } }, 'web')).toBe(false);
  });
});
