import { hasDebianPackages, unpackedPackages } from './debianPackages.mjs';
import { Failure } from './failure.mjs';

/**
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<string>} the folder that has usr/sbin/nginx and etc/nginx
 * @throws {Failure} where there is no Debian, or its packages cannot be had
 */
export async function unpackedNginx(progress) {
  if (!hasDebianPackages())
    throw new Failure('The tests of an installation need an nginx, which they take from Debian or Ubuntu alone.');
  const packages = ['nginx', 'nginx-common'];
  return unpackedPackages(progress, { name: 'nginx', packages, files: ['etc/nginx/mime.types', 'usr/sbin/nginx'] });
}
