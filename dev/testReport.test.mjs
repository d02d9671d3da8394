import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresOf } from './testReport.mjs';

test('figures are the lines that tests mark as such, wherever a reporter indents them', () => {
  const output = '✓ one test\nfigure: 12 calls\n    figure: 3 files, 40 bytes\r\nno figure: here\nfigure:none\n';
  assert.deepEqual(figuresOf(output), ['12 calls', '3 files, 40 bytes']);
});

test('a tool that measured nothing has no figures', () => {
  assert.deepEqual(figuresOf(''), []);
});
