import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageParts } from './image.mjs';
import { readRelease, releaseText } from './releaseFile.mjs';

const IMAGE = 'registry.example.com/nginx:1';
const objects = [
  { kind: 'ConfigMap', metadata: { name: 'scripts' }, data: { 'a.sh': 'one\n\n  two\n' } },
  { kind: 'Deployment', spec: { containers: [{ image: IMAGE, env: [{ name: 'TEST_IMAGE', value: IMAGE }] }] } },
  { kind: 'Job', spec: { containers: [{ name: 'switch', image: IMAGE }] } },
];

test('the file holds the objects as they are, in their order', () => {
  assert.deepEqual(readRelease(releaseText(objects, { version: '1.0.0', image: IMAGE })), objects);
});

test('the image is one line to change', () => {
  const text = releaseText(objects, { version: '1.0.0', image: IMAGE });
  assert.equal(text.split(IMAGE).length, 2);
  const changed = readRelease(text.replace(IMAGE, 'mirror.example.com/nginx:1'));
  assert.equal(JSON.stringify(changed).split('mirror.example.com/nginx:1').length, 4);
});

test('an image in the midst of a text would be a second line, and is refused', () => {
  const more = [...objects, { kind: 'ConfigMap', data: { note: `uses ${IMAGE}` } }];
  assert.throws(() => releaseText(more, { version: '1.0.0', image: IMAGE }), /not on one line/);
});

test('what is not a release file is refused', () => {
  assert.throws(() => readRelease('kind: Namespace\n'), /not a release file/);
});

test('an image has a tag or a digest', () => {
  const digest = `sha256:${'0a'.repeat(32)}`;
  assert.deepEqual(imageParts('r.example.com:5000/a/b:1.2'), { repository: 'r.example.com:5000/a/b', tag: '1.2' });
  assert.deepEqual(imageParts(`r.example.com/b@${digest}`), { repository: 'r.example.com/b', digest });
  for (const image of ['r.example.com/b', 'B:1', `r.example.com/b:1@${digest}`, ''])
    assert.throws(() => imageParts(image), /either a tag or a digest/);
});
