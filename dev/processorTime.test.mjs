import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processorsSince, processorTime } from './processorTime.mjs';

test('what the processors did is told with the least time that it takes', () => {
  const before = { busy: 1_000, idle: 5_000 };
  assert.equal(
    processorsSince(before, { busy: 1_000 + 90 * 60_000, idle: 5_000 + 30 * 60_000 }, 2),
    '2 processors worked for 90.0 minutes, 75% of the time: no order of the stages takes less than 45.0',
  );
  assert.match(processorsSince(before, before, 2), /worked for 0\.0 minutes, 0% of the time/);
});

test('the time of the processors goes on', () => {
  const before = processorTime();
  for (const end = Date.now() + 200; Date.now() < end;);
  assert.ok(processorTime().busy > before.busy);
});
