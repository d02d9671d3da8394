import type { Finding } from '../../src/domain/diagnosis/finding';
import { problemText } from '../../src/ui/text/problemText';
import { t } from '../components/texts';
import { draftAnswer, serviceAnswer, wordsOf } from './caseAnswers';
import { readCases, type Case, type Expected, type ToldFinding } from './caseFile';

const codesOf = (given: Case) => serviceAnswer(given).diagnosis.findings.map(({ code }) => code);
const findingsOf = (given: Case) => serviceAnswer(given).diagnosis.findings;

/** What of a wanted finding a found one does not have. */
const misses = (finding: Finding, { code = '', grade, hop, words, not = [] }: ToldFinding): unknown[] => {
  const told = wordsOf(finding);
  return [
    ...(new RegExp(code).test(finding.code) ? [] : [{ code }]),
    ...(grade === undefined || grade === finding.grade ? [] : [{ grade: finding.grade }]),
    ...(hop === undefined || hop === finding.hop ? [] : [{ hop: finding.hop }]),
    ...words.filter((word) => !told.includes(word)).map((word) => ({ lacks: word })),
    ...not.filter((word) => told.includes(word)).map((word) => ({ has: word })),
  ];
};

type Answers = Required<Expected>;

/** Each field of what is expected, with how it is checked. */
const CHECKS: { readonly [Field in keyof Answers]: (given: Case, wanted: Answers[Field]) => void } = {
  verdict: (given, wanted) => expect(serviceAnswer(given).diagnosis.verdict).toBe(wanted),
  notVerdict: (given, wanted) => expect(serviceAnswer(given).diagnosis.verdict).not.toBe(wanted),
  listVerdictNot: (given, wanted) => expect(serviceAnswer(given).listVerdicts).not.toContain(wanted),
  listed: (given, wanted) =>
    expect(serviceAnswer(given).listVerdicts.map((verdict) => verdict !== undefined)).toEqual([wanted, wanted]),
  first: (given, wanted) => expect(codesOf(given)[0]).toBe(wanted),
  has: (given, wanted) => expect(codesOf(given)).toEqual(expect.arrayContaining([...wanted])),
  hasNot: (given, wanted) => expect(codesOf(given).filter((code) => wanted.includes(code))).toEqual([]),
  notBlocking: (given, wanted) =>
    expect(findingsOf(given).filter(({ code, grade }) => wanted.includes(code) && grade === 'blocking')).toEqual([]),
  told: (given, wanted) => {
    const found = findingsOf(given);
    const missing = wanted.filter((one) => !found.some((finding) => misses(finding, one).length === 0));
    // what was told instead shows in the failure
    expect(missing.length === 0 ? [] : found.map((finding) => `${finding.code} ${wordsOf(finding)}`)).toEqual([]);
  },
  untold: (given, wanted) =>
    expect(
      findingsOf(given)
        .map(wordsOf)
        .filter((told) => wanted.some((word) => told.includes(word))),
    ).toEqual([]),
  fix: (given, wanted) => expect(wanted.filter((code) => serviceAnswer(given).stepsFor(code) === 0)).toEqual([]),
  noFix: (given, wanted) => expect(wanted.filter((code) => serviceAnswer(given).stepsFor(code) > 0)).toEqual([]),
  routerNot: (given, wanted) =>
    expect(
      findingsOf(given).flatMap(({ facts }) =>
        'admissions' in facts ? facts.admissions.map(({ sources }) => sources.router) : [],
      ),
    ).not.toContain(wanted),
  hops: (given, wanted) =>
    expect(Object.fromEntries(serviceAnswer(given).path.map(({ hop, state }) => [hop, state]))).toMatchObject(wanted),
  problems: (given, wanted) => expect(draftAnswer(given).problems.map(({ code }) => code)).toEqual(wanted),
  problemTold: (given, wanted) => {
    const told = draftAnswer(given).problems.map(({ code }) => problemText(t, code));
    expect(wanted.filter((word) => !told.join(' ').includes(word))).toEqual([]);
  },
  name: (given, wanted) => expect(draftAnswer(given).proposedName).toBe(wanted),
  preview: (given, wanted) => expect(draftAnswer(given).otherVms).toEqual(wanted.otherVms),
};

/** @param field one that the case has */
const check = <Field extends keyof Expected>(given: Case, field: Field): void =>
  CHECKS[field](given, (given.expect as Answers)[field]);

describe.each(readCases())('$title', (given) => {
  const { open = [] } = given;
  const fields = Object.keys(given.expect) as (keyof Expected)[];

  it('expects something, and every open check is one of them', () => {
    expect(fields.length).toBeGreaterThan(0);
    expect(open.filter((field) => !fields.includes(field as keyof Expected))).toEqual([]);
  });

  for (const field of fields)
    if (open.includes(field)) it.failing(`${field} (still wrong)`, () => check(given, field));
    else it(field, () => check(given, field));
});
