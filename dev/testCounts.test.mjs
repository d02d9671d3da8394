import assert from 'node:assert/strict';
import test from 'node:test';
import { countGoTests, countJest, countNodeTests, countPlaywright, countProof, goTestOutput } from './testCounts.mjs';
import { closingLine, countsOfOutcome, table, total } from './testReport.mjs';

// What the tools wrote for small samples with one test of each kind.
const recordedGo = `go: downloading example.com/module v1.0.0
{"ImportPath":"sample/b [sample/b.test]","Action":"build-output","Output":"b/b_test.go:3:27: undefined: undefined\\n"}
{"ImportPath":"sample/b [sample/b.test]","Action":"build-fail"}
{"Action":"start","Package":"sample/a"}
{"Action":"run","Package":"sample/a","Test":"TestGroup"}
{"Action":"output","Package":"sample/a","Test":"TestGroup","Output":"=== RUN   TestGroup\\n"}
{"Action":"run","Package":"sample/a","Test":"TestGroup/one"}
{"Action":"pass","Package":"sample/a","Test":"TestGroup/one","Elapsed":0}
{"Action":"run","Package":"sample/a","Test":"TestGroup/two"}
{"Action":"output","Package":"sample/a","Test":"TestGroup/two","Output":"    a_test.go:3: two is wrong\\n"}
{"Action":"fail","Package":"sample/a","Test":"TestGroup/two","Elapsed":0}
{"Action":"run","Package":"sample/a","Test":"TestGroup/three"}
{"Action":"skip","Package":"sample/a","Test":"TestGroup/three","Elapsed":0}
{"Action":"fail","Package":"sample/a","Test":"TestGroup","Elapsed":0}
{"Action":"run","Package":"sample/a","Test":"TestAlone"}
{"Action":"output","Package":"sample/a","Test":"TestAlone","Output":"--- PASS: TestAlone (0.00s)\\n"}
{"Action":"pass","Package":"sample/a","Test":"TestAlone","Elapsed":0}
{"Action":"fail","Package":"sample/a","Elapsed":0.004}
{"Action":"start","Package":"sample/b"}
{"Action":"fail","Package":"sample/b","Elapsed":0,"FailedBuild":"sample/b [sample/b.test]"}
{"Action":"start","Package":"sample/c"}
{"Action":"output","Package":"sample/c","Output":"no cluster\\n"}
{"Action":"fail","Package":"sample/c","Elapsed":0.004}
`;

test('go test: tests without subtests, and each package that failed outside of them', () => {
  // failed: TestGroup/two, package b (does not compile), package c (TestMain gave up)
  assert.deepEqual(countGoTests(recordedGo), { passed: 2, failed: 3, skipped: 1 });
});

test('go test: the same test name in two packages is two tests', () => {
  const events = ['a', 'b'].map((name) => JSON.stringify({ Action: 'pass', Package: name, Test: 'TestSame' }));
  assert.deepEqual(countGoTests(events.join('\n')), { passed: 2, failed: 0, skipped: 0 });
});

test('go test: the output is that of a run without -json', () => {
  const output = goTestOutput(recordedGo);
  for (const line of [
    'go: downloading example.com/module v1.0.0\n',
    'undefined: undefined\n',
    '    a_test.go:3: two is wrong\n',
    'no cluster\n',
  ]) {
    assert.ok(output.includes(line), line);
  }
  for (const noise of ['"Action"', '=== RUN', 'TestAlone']) assert.ok(!output.includes(noise), noise);
});

test('jest: a test file that cannot be run is a failure, a todo is skipped', () => {
  const recorded =
    '{"numFailedTestSuites":2,"numFailedTests":1,"numPassedTestSuites":0,"numPassedTests":1,"numPendingTestSuites":0,"numPendingTests":1,"numRuntimeErrorTestSuites":1,"numTodoTests":1,"numTotalTestSuites":2,"numTotalTests":4,"success":false}';
  assert.deepEqual(countJest(recorded), { passed: 1, failed: 2, skipped: 2 });
});

test('Playwright: a second try counts, an error outside of tests too', () => {
  const recorded = '{"stats":{"duration":5528.763,"expected":1,"skipped":1,"unexpected":1,"flaky":1},"errors":[]}';
  assert.deepEqual(countPlaywright(recorded), { passed: 2, failed: 1, skipped: 1 });
  const noTests =
    '{"stats":{"duration":118.5,"expected":0,"skipped":0,"unexpected":0,"flaky":0},"errors":[{"message":"Error: No tests found."}]}';
  assert.deepEqual(countPlaywright(noTests), { passed: 0, failed: 1, skipped: 0 });
});

test('node --test: both formats, and what a test prints itself does not count', () => {
  const spec =
    '# pass 99\nℹ tests 4\nℹ suites 0\nℹ pass 1\nℹ fail 1\nℹ cancelled 0\nℹ skipped 1\nℹ todo 1\nℹ duration_ms 109.1\n';
  const tap =
    '# \\# pass 99\n# Subtest: a\n1..4\n# tests 4\n# suites 0\n# pass 1\n# fail 1\n# cancelled 0\n# skipped 1\n# todo 1\n# duration_ms 113.1\n';
  for (const recorded of [spec, tap]) assert.deepEqual(countNodeTests(recorded), { passed: 1, failed: 1, skipped: 2 });
});

const none = { passed: 0, failed: 0, skipped: 0 };

test('a check counts as one', () => {
  assert.deepEqual(countsOfOutcome({ code: 0, output: '' }), { ...none, passed: 1 });
  assert.deepEqual(countsOfOutcome({ code: 2, output: '' }), { ...none, failed: 1 });
});

test('a stage is never green when its tool failed, or ran no test', () => {
  assert.deepEqual(countsOfOutcome({ code: 1, output: '', counts: { ...none, passed: 7 } }), {
    ...none,
    passed: 7,
    failed: 1,
  });
  assert.deepEqual(countsOfOutcome({ code: 1, output: '', counts: { ...none, passed: 7, failed: 2 } }), {
    ...none,
    passed: 7,
    failed: 2,
  });
  assert.deepEqual(countsOfOutcome({ code: 0, output: '', counts: none }), { ...none, failed: 1 });
  assert.deepEqual(countsOfOutcome({ code: 0, output: '', counts: { ...none, skipped: 3 } }), {
    ...none,
    failed: 1,
    skipped: 3,
  });
});

test('the table has a line per stage, the closing line the sums', () => {
  const rows = [
    { title: 'types', passed: 1, failed: 0, skipped: 0, seconds: 9.06 },
    { title: 'browser tests', passed: 12, failed: 2, skipped: 1, seconds: 100 },
  ];
  assert.equal(
    table(rows),
    [
      'stage           passed   failed  skipped  seconds',
      'types                1        0        0      9.1',
      'browser tests       12        2        1    100.0',
    ].join('\n'),
  );
  assert.equal(closingLine(total(rows)), '13 passed, 2 failed, 1 skipped');
  assert.equal(closingLine({ ...none, passed: 3 }), '3 passed, 0 failed');
});

test('a proof tells its counts on its last line, and none when it broke down', () => {
  assert.deepEqual(countProof('figure: proof: 2 false\nproof: 318 agree, 2 do not\n'), {
    passed: 318,
    failed: 2,
    skipped: 0,
  });
  assert.deepEqual(countProof('Error: the cluster is gone'), { passed: 0, failed: 0, skipped: 0 });
});

test('a stage that says why it was skipped is one that was skipped, unless it has failed', () => {
  assert.deepEqual(countsOfOutcome({ code: 0, output: '', skippedBecause: 'no nft' }), {
    passed: 0,
    failed: 0,
    skipped: 1,
  });
  assert.equal(countsOfOutcome({ code: 1, output: '', skippedBecause: 'no nft' }).failed, 1);
});
