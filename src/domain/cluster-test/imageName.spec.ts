import { isImageName } from './imageName';

const DIGEST = `sha256:${'a1'.repeat(32)}`;

it.each([
  'tools',
  'tools:1',
  'library/tools',
  'registry.example.com/a/b-c__d.e:v1.2',
  'localhost:5000/tools',
  '[fd00::1]:5000/tools',
  `registry.example.com/tools@${DIGEST}`,
  `tools:1@${DIGEST}`,
])('takes %s', (text) => {
  expect(isImageName(text)).toBe(true);
});

it.each([
  '',
  ' ',
  'Tools',
  'tools:',
  'a//b',
  'a/b/',
  '-a',
  'tools:1 ',
  'to ols',
  'tools@sha256:abc',
  'https://registry.example.com/tools',
  'a'.repeat(513),
  `tools:${'1'.repeat(129)}`,
])('refuses "%s"', (text) => {
  expect(isImageName(text)).toBe(false);
});
