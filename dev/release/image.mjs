import { Failure } from '../failure.mjs';

/**
 * @param {string} image such as registry.example.com/nginx:1, with a tag or a digest
 * @returns {{ repository: string, tag?: string, digest?: string }} the chart's values for it
 * @throws {Failure} when it has neither
 */
export function imageParts(image) {
  const [, repository, tag, digest] =
    /^((?:[a-z0-9.-]+(?::[0-9]+)?\/)?[a-z0-9._/-]+)(?::([\w][\w.-]*))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(image) ?? [];
  if (!repository || (tag === undefined) === (digest === undefined))
    throw new Failure(`"${image}" is not an image with either a tag or a digest.`);
  return { repository, ...(tag === undefined ? { digest } : { tag }) };
}
