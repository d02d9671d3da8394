import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import webpack from 'webpack';
import { RunsOnEveryConsole } from './runsOnEveryConsole';

// webpack itself is loaded by the first one
jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'build-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const PACKAGES = ['react', 'react-dom', 'react-router', 'react-router-dom-v5-compat', '@openshift/dynamic-plugin-sdk'];
const DYNAMIC = ['react-core/dist/dynamic/components/Modal', 'react-data-view/dist/dynamic/DataViewTable'].map(
  (module) => `@patternfly/${module}`,
);

/** @returns the errors of a build of one file, with the packages around it that a plugin may import */
async function build(text: string): Promise<string[]> {
  const write = (file: string, content: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  };
  write('src/page.js', text);
  write('package.json', '{}');
  for (const name of PACKAGES) write(`node_modules/${name}/index.js`, 'module.exports = {};');
  // PatternFly's dialogs draw with react-dom
  for (const name of DYNAMIC) write(`node_modules/${name}/index.js`, "module.exports = require('react-dom');");
  write('node_modules/old-widget/index.js', "module.exports = require('react').useId;");
  const consumes: Record<string, { readonly import?: false; readonly requiredVersion: false }> = {};
  for (const name of PACKAGES) if (name !== 'react-dom') consumes[name] = { import: false, requiredVersion: false };
  for (const name of DYNAMIC) consumes[name] = { requiredVersion: false };
  const compiler = webpack({
    mode: 'none',
    context: folder,
    entry: './src/page.js',
    output: { path: path.join(folder, 'dist') },
    cache: false,
    plugins: [new webpack.sharing.ConsumeSharedPlugin({ consumes }), new RunsOnEveryConsole(path.join(folder, 'src'))],
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error || !stats) reject(error ?? new Error('The build has no result.'));
      else resolve((stats.toJson({ errors: true }).errors ?? []).map(({ message }) => message));
    });
  });
}

describe('a build that runs on every console', () => {
  it('takes what all of them have, and PatternFly of its own for a component that a console lacks', async () => {
    expect(
      await build(`import { useState } from 'react';
        import { Link } from 'react-router-dom-v5-compat';
        import Modal from '@patternfly/react-core/dist/dynamic/components/Modal';
        /* useId is not there */
        console.log(useState, Link, Modal);`),
    ).toEqual([]);
  });

  it.each([
    [
      'the router of 4.22 alone',
      "import { Link } from 'react-router'; Link();",
      /^react-router is not .* 4\.20, 4\.21$/,
    ],
    [
      "the plugin store's own SDK",
      "import { useExtensions } from '@openshift/dynamic-plugin-sdk'; useExtensions();",
      /^@openshift\/dynamic-plugin-sdk is not .* 4\.20, 4\.21$/,
    ],
    [
      'the data view',
      "import View from '@patternfly/react-data-view/dist/dynamic/DataViewTable'; View();",
      /^@patternfly\/react-data-view\/dist\/dynamic\/DataViewTable is not .* 4\.20, 4\.21$/,
    ],
    ["a hook of React 18's", "import { useState, useId } from 'react'; useState(useId());", /page\.js uses useId/],
    [
      'the same by its namespace',
      "import * as React from 'react'; React.useTransition();",
      /page\.js uses useTransition/,
    ],
    ['a package that uses such a hook', "import useIt from 'old-widget'; useIt();", /old-widget.* uses useId/],
    ['react-dom', "import { createPortal } from 'react-dom'; createPortal();", /^react-dom is built in/],
  ])('refuses %s', async (_what, text, problem) => {
    expect(await build(text)).toEqual([expect.stringMatching(problem)]);
  });
});
