import { DEFAULT_SCHEMA, Type, dump } from 'js-yaml';

/**
 * js-yaml leaves a text unquoted when YAML 1.2 takes it for a text. `oc` and the API server read YAML 1.1, for which
 * `1_000`, `0X1F` and `0B1` are numbers: a label `1_000` would silently become `1000` (seen with kubectl 1.34). So all
 * that begins like a number counts as ambiguous here, which is what makes js-yaml quote it.
 */
const numberLike = new Type('!number-like', {
  kind: 'scalar',
  resolve: (text: unknown) => typeof text === 'string' && /^[-+.]*[0-9]/.test(text),
});
const schema = DEFAULT_SCHEMA.extend({ implicit: [numberLike] });

/** An object as YAML that Kubernetes reads back as the same object, whatever texts are in it. */
export const toKubernetesYaml = (object: unknown): string => dump(object, { schema, lineWidth: -1, noRefs: true });
