import { aStoppedVm } from '../../../test/objects/builders';
import { aReachedVm, aSituation, codesOf } from '../../../test/objects/diagnosis';
import { diagnose } from '../diagnosis/diagnose';
import { reasonsOf } from './reasons';

const reasons = (...situation: Parameters<typeof aSituation>) =>
  codesOf({ findings: reasonsOf(diagnose(aSituation(...situation))) });

describe('what a verdict rests on', () => {
  it('is what blocks', () =>
    expect(reasons(aStoppedVm({ templateLabels: { tier: 'backend' } }), {}, [])).toEqual(['V1']));
  it('is nothing where all is well', () => expect(reasons(aReachedVm())).toEqual([]));
  it('is the first finding where nothing blocks and nothing is reached either', () =>
    expect(reasons(aReachedVm(), { type: 'ExternalName', externalName: 'db.example.com' }, [])).toEqual(['S2']));
});
