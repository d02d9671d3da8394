import { aService } from '../../../test/builders';
import { MADE_FOR_ANNOTATION, isMadeFor, madeForText } from './madeFor';

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
